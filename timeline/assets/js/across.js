// @ts-check
/**
 * A timeline on several pages: what is chosen holds for all of them.
 *
 * What is known of the claims of other pages is asked for when somebody first sets a filter or opens a list of them, from this
 * site (timeline/pages/filters.py). Then the calendars and topics count what is left, links to pages keep what is
 * chosen, and a note says how many claims there are elsewhere, and where. The window on the overview leads from page to page.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./visible.js").Found} Found
 * @typedef {import("./visible.js").Claim & { page: number, time: string }} Placed a claim, its page, and the day, month or year
 *   under which calendars count it
 *
 * @typedef {object} Whole
 * @property {Placed[]} claims in time order
 * @property {Partial<Record<import("./state.js").Key, { label: string, ids: string[], names: string[] }>>} chips
 * @property {Listed[]} pages in time order
 *
 * @typedef {[address: string, title: string, first?: string, last?: string]} Listed a page, and the days of which it holds claims
 *
 * @typedef {{ page: number, name: string, start: string, end: string }} Stop a page that the window can stand on
 *
 * @typedef {object} Tally
 * @property {number} n claims
 * @property {number} k those of them that are left
 * @property {{ n: number, k: number }[]} lanes the same by lane
 * @property {number} disputes those in which a claim that is left takes part
 */

import { minutes, nearest, share, stepped } from "./axis.js";
import { over } from "./brush.js";
import { all, make } from "./dom.js";
import { KEYS, serialise } from "./state.js";
import { written } from "./telling.js";
import { find } from "./visible.js";

const ROOT = new URL("../../../", import.meta.url);

/** Pages that the note lists before it folds the others. */
const FIRST = 12;

/** Links to pages of the timeline. */
const LINKS = ".tl-period a, [data-time] a:not([href^='#']), [data-page] a";

/** @param {string} path */
async function fetched(path) {
  const answer = await fetch(new URL(path, ROOT));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** @returns {Promise<Whole>} */
async function load() {
  const { chips, pages, files } = await fetched("filters/index.json");
  /** @type {Placed[]} */
  const claims = [];
  for (const file of await Promise.all(files.map(fetched))) {
    for (const [place, claim] of file.claims.entries()) claims[file.numbers[place] - 1] = claim;
  }
  return { chips, pages, claims };
}

export class Across {
  /**
   * @param {import("./page.js").TimelinePage} page
   * @param {{ pages?: number[] }} place the number of this page, then those of pages whose claims lie in its period
   * @param {() => void} again shows the state anew, once the claims are there
   */
  constructor(page, place, again) {
    this.page = page;
    this.again = again;
    this.own = place.pages?.[0] ?? -1;
    this.scope = place.pages && new Set(place.pages);
    /** @type {Whole | null} */
    this.whole = null;
    /** @type {Placed[]} claims of the period of this page, or all */
    this.period = [];
    /** @type {import("./visible.js").Ids} */
    this.ids = {};
    /** @type {Promise<void> | null} */
    this.loading = null;
    this.links = all(page.root, LINKS, HTMLAnchorElement).map((link) => ({ link, to: (link.getAttribute("href") ?? "").split("#") }));
    this.counters = all(page.root, "[data-time], [data-topic], [data-page]", HTMLElement);
    this.query = "";
    this.words = make("p", "");
    this.words.setAttribute("role", "status"); // the list beside it would be too much to be read out each time
    this.list = make("div", "");
    page.root.querySelector(".tl-tools")?.after(make("div", "tl-elsewhere", this.words, this.list));
    paging(this);
  }

  /** Ask for the claims, if nobody has. */
  ask() {
    this.loading ??= load().then(
      (whole) => {
        this.whole = whole;
        this.period = whole.claims.filter((claim) => this.scope?.has(claim.page) ?? true);
        this.ids = Object.fromEntries(KEYS.map((key) => [key, whole.chips[key]?.ids ?? []]));
        this.again();
      },
      () => {
        this.loading = null; // to be tried again with the next step
        const browse = this.page.root.querySelector(".tl-browse > p");
        this.words.textContent = this.page.telling.say("across-failed");
        this.list.replaceChildren(...(browse ? [browse.cloneNode(true)] : []));
      },
    );
  }

  /**
   * @param {number} page
   * @returns {string} its address, with what is chosen
   */
  address(page) {
    return `${new URL(this.whole?.pages[page]?.[0] ?? "", ROOT).pathname}${this.query}`;
  }

  /**
   * @param {State} state
   * @returns {Found | null} what is left of all claims; nothing until they are there
   */
  found(state) {
    if (!this.whole && state.order.length) this.ask();
    return this.whole && find(this.whole.claims, state, this.ids);
  }

  /**
   * @param {State} state
   * @param {Found | null} found
   */
  show(state, found) {
    this.query = serialise(state, "");
    for (const { link, to } of this.links) link.setAttribute("href", [`${to[0]}${this.query}`, ...to.slice(1)].join("#"));
    if (!this.whole || !found) return;
    const isSet = state.order.length > 0;
    const tallies = this.tally(this.whole.claims, new Set(found.shown));
    for (const element of this.counters) this.count(element, tallies, isSet);
    const isTold = isSet && (this.page.data.claims.length || found.shown.length);
    this.words.replaceChildren();
    this.list.replaceChildren(...(isTold ? this.told(this.whole.pages, tallies, found.shown.length) : []));
  }

  /**
   * Count the claims, and those that are left, by all that the page counts them by.
   *
   * @param {Placed[]} claims
   * @param {Set<number>} left
   * @returns {Map<string, Tally>}
   */
  tally(claims, left) {
    /** @type {Map<string, Tally>} */
    const tallies = new Map();
    const lanes = this.page.data.lanes;
    /** @param {string} key */
    const at = (key) => {
      const there = tallies.get(key) ?? { n: 0, k: 0, disputes: 0, lanes: lanes.map(() => ({ n: 0, k: 0 })) };
      tallies.set(key, there);
      return there;
    };
    /** @param {Placed | undefined} claim */
    const topics = (claim) =>
      claim && !claim.withdrawn && (this.scope?.has(claim.page) ?? true)
        ? (claim.topic ?? []).map((topic) => `topic ${this.ids.topic?.[topic]}`)
        : [];
    for (const [index, claim] of claims.entries()) {
      const isLeft = left.has(index + 1);
      const times = [4, 7, 10].filter((length) => claim.time.length >= length).map((length) => claim.time.slice(0, length));
      for (const key of [`page ${claim.page}`, ...times, ...topics(claim)]) {
        const tally = at(key);
        for (const one of [tally, ...(claim.lane ?? []).flatMap((lane) => tally.lanes[lane] ?? [])]) {
          one.n += 1;
          if (isLeft) one.k += 1;
        }
      }
      for (const other of claim.disputes ?? []) {
        const ends = [...(isLeft ? topics(claim) : []), ...(left.has(other) ? topics(claims[other - 1]) : [])];
        for (const key of new Set(ends)) at(key).disputes += 1;
      }
    }
    return tallies;
  }

  /**
   * Write how many claims are left of those that an element counts: a day, month or year of a calendar, a topic, a page.
   *
   * @param {HTMLElement} element
   * @param {Map<string, Tally>} tallies
   * @param {boolean} isSet whether anything is chosen
   */
  count(element, tallies, isSet) {
    const { page } = this;
    const { time, topic, page: number, name } = element.dataset;
    const tally = tallies.get(time ?? (topic === undefined ? `page ${number}` : `topic ${topic}`));
    if (!tally) return;
    element.classList.toggle("tl-nothing", isSet && !tally.k);
    /** @param {Element | null | undefined} one @param {string} words */
    const write = (one, words) => page.write(one ?? null, isSet ? words : null);
    if (topic !== undefined) {
      const counts = all(element, ".tl-topics__counts b", HTMLElement);
      for (const [lane, { k }] of tally.lanes.entries()) write(counts[lane], page.telling.number(k));
      return write(counts.at(-1), page.telling.number(tally.disputes));
    }
    const some = page.telling.say("group-some", { n: tally.n, k: tally.k });
    if (name === undefined) return write(element.querySelector(":scope > :is(span, small)"), some);
    const [shown, spoken] = element.querySelectorAll("a > span");
    write(shown, page.telling.number(tally.k));
    write(spoken, `${name}: ${some}`);
    for (const bar of all(element, ".tl-bars rect", SVGElement)) {
      const { n, k } = tally.lanes[page.slots.indexOf(bar.getAttribute("class") ?? "")] ?? { n: 1, k: 1 };
      bar.style.transform = isSet ? `scaleX(${k / n})` : "";
    }
  }

  /**
   * Say how many claims are left, and on which pages they stand.
   *
   * @param {Listed[]} pages
   * @param {Map<string, Tally>} tallies
   * @param {number} left
   * @returns {HTMLElement[]}
   */
  told(pages, tallies, left) {
    const { telling, root } = this.page;
    const here = tallies.get(`page ${this.own}`)?.k ?? 0;
    const said = [];
    const isPart = this.page.data.claims.length > 0;
    if (isPart) {
      const first = all(root, ".tl-group", HTMLElement).find((group) => !group.hidden);
      const own = make(first ? "a" : "span", "", telling.say("across-here", { n: here }));
      if (first) own.setAttribute("href", `#${first.id}`);
      said.push(own, " ");
    }
    const words = isPart ? "across-others" : "across-all";
    said.push(telling.say(left > here ? words : "across-none", { n: left - here }));
    const others = pages.flatMap(([, title], page) => {
      const count = page === this.own ? 0 : (tallies.get(`page ${page}`)?.k ?? 0);
      if (!count) return [];
      const link = make("a", "", title);
      link.href = this.address(page);
      return [make("li", "", link, ` ${telling.number(count)}`)];
    });
    const more = make("summary", "", telling.say("across-more", { n: others.length - FIRST }));
    const rest = others.length > FIRST ? [make("details", "", more, make("ul", "", ...others.splice(FIRST)))] : [];
    this.words.replaceChildren(...said);
    return [make("ul", "", ...others), ...rest];
  }
}

/**
 * Lay a window over the overview of a page of some days: as wide as that page's period, and where it is moved to, another page is.
 * It moves by whole pages. A pointer that lets go of it opens the page; by keyboard Enter does, so that nobody is led away
 * while looking for one.
 *
 * @param {Across} across
 */
function paging(across) {
  const { telling, root } = across.page;
  const axis = over(root);
  const [start, end] = root.querySelector(".tl-strip")?.getAttribute("data-page")?.split(" ") ?? [];
  if (!axis || !start || !end) return;
  const own = { page: across.own, name: root.querySelector("h1")?.textContent ?? "", start, end };
  let target = own;
  const span = make("div", "tl-brush__window tl-brush__window--page");
  const knob = make("input", "tl-brush__handle tl-brush__handle--page");
  knob.type = "range";
  knob.min = `${minutes(axis.start)}`;
  knob.max = `${minutes(axis.end)}`;
  knob.setAttribute("aria-label", telling.say("across-handle"));
  axis.area.append(span, knob);
  move(own);

  /** @returns {Stop[]} pages that have days, in time order */
  function pages() {
    const all = across.whole?.pages ?? [];
    return all.flatMap(([, name, from, to], page) => (from && to ? [{ page, name, start: from, end: to }] : []));
  }

  /** @param {Stop} [to] */
  function move(to) {
    if (!to || !axis) return;
    target = to;
    span.style.setProperty("--tl-from", share(to.start, axis.start, axis.end));
    span.style.setProperty("--tl-to", share(to.end, axis.start, axis.end));
    knob.value = `${minutes(middle(to))}`;
    knob.setAttribute("aria-valuetext", to.name);
  }

  function go() {
    if (target.page !== own.page) location.assign(across.address(target.page));
  }

  knob.addEventListener("focus", () => across.ask()); // which a pointer gives it, too
  knob.addEventListener("input", () => move(pages()[nearest(pages().map(middle), Number(knob.value))] ?? own));
  knob.addEventListener("pointerup", go);
  knob.addEventListener("blur", () => move(own));
  knob.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = stepped(event.key, pages().map(middle), middle(target));
    if (event.key === "Enter") go();
    else if (place === null) return;
    else move(pages()[place]);
    event.preventDefault();
  });
}

/** @param {Stop} stop */
function middle({ start, end }) {
  return written(((minutes(start) + minutes(end)) / 2) * 60_000);
}
