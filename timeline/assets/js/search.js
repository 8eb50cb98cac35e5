// @ts-check
/**
 * The search box in the header: opens it, shows what is found in groups, and leads through it by keyboard.
 *
 * The index and the search itself (finding.js) are loaded when the box is first used, from this site. The words that the
 * box says itself stand in its markup (partials/search.html), those of the groups in the index. Nothing is stored, and
 * nothing is sent anywhere.
 *
 * @typedef {import("./finding.js").Found} Found
 * @typedef {import("./finding.js").Group} Group
 */

const ROOT = new URL("../../../", import.meta.url);

/** How many are shown of a group before "all of them", and after. */
const FIRST = 4;
const FIRST_CLAIMS = 8;
const MOST = 200;

const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-tl-search]"));
const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));

if (box && toggle) start(box, toggle);

// The other button of the header opens the navigation of a narrow page; without scripts a label stands in for it.
document.querySelector(".tl-drawer")?.addEventListener("click", () => document.getElementById("__drawer")?.click());

/**
 * @param {HTMLElement} box
 * @param {HTMLInputElement} toggle Material's own switch, on which its style sheet hangs
 */
function start(box, toggle) {
  const input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
  const status = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  const list = /** @type {HTMLElement} */ (box.querySelector(".tl-found"));
  const failed = /** @type {HTMLElement} */ (box.querySelector(".tl-found__failed"));
  const marked = /** @type {{ of?: typeof import("./finding.js").marked }} */ ({});
  /** @type {Promise<ReturnType<typeof import("./finding.js").searcher>> | null} */
  let loading = null;
  /** @type {Record<string, string>} */
  let words = {};
  let shown = "";

  /** @param {boolean} open */
  const set = (open) => {
    if (toggle.checked !== open) toggle.click();
  };
  const say = (/** @type {string} */ text) => {
    status.textContent = text;
  };

  function load() {
    loading ??= Promise.all([
      import("./finding.js"),
      fetch(new URL("search/index.json", ROOT)).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status}`);
        return answer.json();
      }),
    ]).then(([finding, index]) => {
      words = index.words;
      marked.of = finding.marked;
      return finding.searcher(index);
    });
    loading.catch(() => {
      loading = null; // to be tried again with the next letter
    });
    return loading;
  }

  async function update() {
    const query = input.value;
    if (!query.trim()) {
      shown = "";
      list.replaceChildren();
      failed.hidden = true;
      say(box.dataset.start ?? "");
      return;
    }
    try {
      const search = await load();
      failed.hidden = true;
      if (query !== input.value || query === shown) return;
      shown = query;
      const { groups, terms } = search(query);
      list.replaceChildren(...groups.map((group) => section(group, terms)));
      const counts = groups.map((group) => `${group.label} ${group.count}`).join(" · ");
      say(counts || words.nothing.replace("{query}", () => query));
    } catch {
      list.replaceChildren();
      say(box.dataset.failed ?? "");
      failed.hidden = false;
    }
  }

  /**
   * A group with its heading, its first results, and a button for the others.
   *
   * @param {Group} group
   * @param {string[]} terms
   */
  function section(group, terms) {
    const whole = element("section", "tl-found__group");
    const head = element("h2", "tl-found__head", group.label);
    head.id = `tl-found-${group.key}`;
    whole.setAttribute("aria-labelledby", head.id);
    head.append(" ", element("span", "tl-found__count", `${group.count}`));
    const items = element("ul", "tl-found__list");
    const first = group.key === "claims" ? FIRST_CLAIMS : FIRST;
    items.append(...group.show(0, first).map((found) => item(found, terms)));
    whole.append(head, items);
    if (group.count > first) {
      const more = element("button", "tl-found__more", words.all.replace("{n}", `${Math.min(group.count, MOST)}`));
      more.addEventListener("click", () => {
        const others = group.show(first, MOST).map((found) => item(found, terms));
        items.append(...others);
        more.remove();
        others[0].querySelector("a")?.focus();
      });
      whole.append(more);
    }
    return whole;
  }

  /**
   * @param {Found} found
   * @param {string[]} terms
   */
  function item(found, terms) {
    const link = /** @type {HTMLAnchorElement} */ (element("a", "tl-found__link"));
    link.href = new URL(found.address, ROOT).href;
    link.append(text("tl-found__name", found.name, terms));
    if (found.text) link.append(text("tl-found__text", found.text, terms));
    const detail = element("span", "tl-found__detail");
    if (found.lane) detail.append(shape(found.lane), " ", element("bdi", `tl-slot-${found.lane.slot}`, found.lane.label));
    for (const part of found.detail) detail.append(detail.textContent ? " · " : "", text("", part, terms, "bdi"));
    if (detail.textContent) link.append(detail);
    const entry = element("li", "");
    entry.append(link);
    return entry;
  }

  /**
   * @param {string} name
   * @param {string} words_
   * @param {string[]} terms
   * @param {string} [tag]
   */
  function text(name, words_, terms, tag = "span") {
    const line = element(tag, name);
    line.dir = "auto";
    (marked.of?.(words_, terms) ?? [words_]).forEach((piece, number) => line.append(number % 2 ? element("mark", "", piece) : piece));
    return line;
  }

  const stops = () => [input, .../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("a, button"))];

  input.addEventListener("focus", () => {
    set(true);
    if (!shown) void update();
    load().catch(() => {});
  });
  input.addEventListener("input", () => void update());
  box.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  box.querySelector("form")?.addEventListener("reset", () => {
    setTimeout(() => void update());
    input.focus();
  });
  toggle.addEventListener("change", () => {
    if (toggle.checked && document.activeElement !== input) input.focus();
  });
  list.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a")) set(false);
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !box.contains(event.relatedTarget)) set(false);
  });
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      input.focus();
      input.blur();
      set(false);
    } else if (step) {
      const all = stops();
      all[(all.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step + all.length) % all.length].focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("keydown", (event) => {
    const busy = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (busy || event.ctrlKey || event.metaKey || event.altKey || !["/", "f", "s"].includes(event.key)) return;
    event.preventDefault();
    input.focus();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked.slice(0, input.maxLength);
    input.focus();
  }
}

/**
 * @param {string} tag
 * @param {string} name of its class
 * @param {string} [words]
 * @returns {HTMLElement}
 */
function element(tag, name, words = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = words;
  return made;
}

/** @param {import("./finding.js").IndexLane} lane */
function shape(lane) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  const given = { class: `tl-shape tl-slot-${lane.slot}`, viewBox: "-7 -7 14 14", width: "12", height: "12", "aria-hidden": "true" };
  for (const [name, value] of Object.entries(given)) drawing.setAttribute(name, value);
  const form = document.createElementNS(space, lane.points ? "polygon" : "circle");
  if (lane.points) form.setAttribute("points", lane.points);
  else form.setAttribute("r", "5.5");
  drawing.append(form);
  return drawing;
}
