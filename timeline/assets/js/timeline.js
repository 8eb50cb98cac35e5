// @ts-check
/**
 * The timeline page: filters, a moment, a span of time and the order of lanes, all of them in the address.
 *
 * It only enhances what the HTML already says, asks for nothing and stores nothing. Without it, links to the index pages stand
 * where its controls are.
 */

import { brush } from "./brush.js";
import { asOf, chips, idsOf } from "./chips.js";
import { closing } from "./closing.js";
import { datePanels } from "./dates.js";
import { one } from "./dom.js";
import { keys } from "./keys.js";
import { lanes } from "./lanes.js";
import { TimelinePage } from "./page.js";
import { sheets } from "./sheets.js";
import { parse, serialise } from "./state.js";
import { Telling } from "./telling.js";
import { find } from "./visible.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./visible.js").Found} Found
 * @typedef {import("./visible.js").Claim} Claim
 *
 * @typedef {[state: State, found: Found, withLater: boolean, counted: Claim[], whole: Found | null]} Shown a state, what it
 *   leaves of the claims that are counted, which are those of the page or all, and what it leaves of all, once that is known
 */

/** @returns {Promise<void>} when the browser has seen to what waited for it */
const turn = () => new Promise((go) => setTimeout(go));

const source = document.getElementById("tl-data");
if (source) {
  const data = JSON.parse(source.textContent ?? "");
  start(data, data.paged ? (await import("./across.js")).Across : null);
}

/**
 * Make the controls and show the state of the address; each in a turn of its own, so that a reader who scrolls or types
 * meanwhile is never held up.
 *
 * @param {import("./page.js").Data} data
 * @param {typeof import("./across.js").Across | null} Across what knows of claims on other pages, where there are any
 */
async function start(data, Across) {
  const root = one(document, ".tl-timeline", HTMLElement);
  const bar = one(root, ".tl-controls", HTMLElement);
  const telling = new Telling(data);
  const page = new TimelinePage(root, data, telling);
  const ids = idsOf(data);
  let state = parse(location.search);
  let withLater = false;

  const now = () => state;
  const across = Across && data.paged ? new Across(page, data.paged, () => show()) : null;
  /** What shows a state, part by part. @type {((...shown: Shown) => void)[]} */
  const parts = [(...shown) => page.show(...shown)];

  /** @returns {Shown} */
  function shown() {
    const whole = across?.found(state) ?? null;
    // Where no claims stand, what is said is said of those of the period, or of all.
    if (whole && across && !data.claims.length) return [state, find(across.period, state, across.ids), withLater, across.period, whole];
    const found = find(data.claims, state, ids);
    return [state, found, withLater, data.claims, across ? whole : found];
  }

  function show() {
    const all = shown();
    for (const part of parts) part(...all);
  }

  /**
   * Take a new state, show it, and put it into the address. Steps of one control after another are one step back.
   *
   * @param {State} next
   * @param {string} by the control
   */
  function commit(next, by) {
    if (next.asof !== state.asof) withLater = false;
    state = next;
    const address = `${location.pathname}${serialise(state, location.search)}${location.hash}`;
    const steps = ["asof", "from", "to", "window"];
    try {
      if (steps.includes(by) && history.state?.by === by) history.replaceState({ by }, "", address);
      else history.pushState({ by }, "", address);
    } catch {
      // Some browsers refuse more than a hundred new addresses in half a minute; the page shows the state all the same.
    }
    show();
  }

  addEventListener("popstate", () => {
    state = parse(location.search);
    withLater = false;
    show();
  });

  const made = [
    () => chips(bar, data, telling, now, commit, across),
    () => asOf(bar, page, now, commit),
    () => brush(page, now, commit),
    () => lanes(root, data, now, commit),
    () => sheets(bar, page),
    () => keys(page, now, commit),
    () => datePanels(root, telling.say("close")),
    () => across && ((/** @type {Shown} */ ...[now_, , , , whole]) => across.show(now_, whole)),
    () =>
      closing(page, across, now, commit, (later) => {
        withLater = later;
        show();
      }),
  ];
  for (const make of made) {
    await turn();
    const part = make() ?? null;
    if (part) parts.push(part);
  }
  for (const part of parts) {
    await turn();
    part(...shown());
  }
  await turn();
  // An attribute and not a class: Material has rules for whatever stands under an element without a class, so every change of
  // a class has all that stands under it styled anew.
  root.dataset.live = "";
  // The address may name a claim further down, whose place has changed by what was hidden above it.
  if (location.hash && location.search) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
