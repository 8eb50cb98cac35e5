// @ts-check
/**
 * The filter bar: chips, each of which says in words what is chosen and opens a list of boxes to tick, and the field "As of".
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Key} Key
 * @typedef {import("./page.js").Data} Data
 */

import { all, make, one } from "./dom.js";
import { choose, everything, KEYS, without } from "./state.js";
import { countDisputed, counts } from "./visible.js";

/**
 * @param {HTMLElement} bar
 * @param {Data} data
 * @param {import("./telling.js").Telling} telling
 * @param {() => State} now
 * @param {(next: State, by: string) => void} commit
 * @param {import("./across.js").Across | null} across what knows of claims on other pages
 * @returns {(state: State) => void} what shows a state
 */
export function chips(bar, data, telling, now, commit, across) {
  const ids = idsOf(data);
  const shown = all(bar, "[data-chip]", HTMLElement).map((chip) => {
    const key = /** @type {Key} */ (chip.dataset.chip);
    const opener = one(chip, ".tl-chip__button", HTMLButtonElement);
    const panel = one(chip, ".tl-chip__panel", HTMLElement);
    const boxes = all(panel, "input", HTMLInputElement);
    const clear = one(chip, ".tl-chip__clear", HTMLButtonElement);
    opener.addEventListener("click", () => {
      toggle(opener, panel, panel.hidden);
      across?.ask();
    });
    panel.addEventListener("change", () => {
      const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
      // All of them is the same as none: nothing is held back.
      commit(choose(now(), key, { ids: chosen.length === boxes.length ? [] : chosen }), key);
    });
    clear.addEventListener("click", () => {
      commit(without(now(), key), key);
      opener.focus();
    });
    return { key, opener, panel, boxes, clear, chip };
  });

  const disputed = bar.querySelector(".tl-chip__disputed");
  disputed?.addEventListener("click", () => commit(choose(now(), "disputed", { disputed: !now().disputed }), "disputed"));
  const clearAll = one(bar, ".tl-clear-all", HTMLButtonElement);
  clearAll.addEventListener("click", () => {
    const { asof, lanes, keys } = now();
    commit(choose({ ...everything(), lanes, keys }, "asof", { asof }), "all");
    shown[0]?.opener.focus();
  });

  document.addEventListener("keydown", (event) => {
    const open = shown.find(({ panel }) => !panel.hidden);
    if (event.key !== "Escape" || !open) return;
    toggle(open.opener, open.panel, false);
    open.opener.focus();
    event.preventDefault(); // a sheet around it stays open
    event.stopPropagation();
  }, true);
  document.addEventListener("pointerdown", (event) => close(event.target));
  bar.addEventListener("focusin", (event) => close(event.target));

  /** @param {EventTarget | null} target */
  function close(target) {
    for (const { chip, opener, panel } of shown) {
      if (!panel.hidden && !(target instanceof Node && chip.contains(target))) toggle(opener, panel, false);
    }
  }

  return (state) => {
    const whole = across?.whole;
    const counted = whole ?? data.claims.length > 0;
    for (const { key, opener, panel, boxes, clear } of shown) {
      const here = byId(ids[key], counts(data.claims, state, ids, key));
      if (whole) offer(panel, boxes, whole.chips[key]);
      const all_ = whole ? byId(across.ids[key], counts(whole.claims, state, across.ids, key)) : here;
      const chosen = state.chosen[key];
      const isSet = chosen.length > 0;
      // What stands on a page without claims counts all of them; so it stays until they are there.
      for (const box of counted ? boxes : []) {
        const [k, n] = [here.get(box.value) ?? 0, all_.get(box.value) ?? 0];
        box.checked = chosen.includes(box.value);
        box.disabled = !box.checked && !n;
        // Where claims stand on several pages: those of this page, and all.
        one(/** @type {HTMLElement} */ (box.parentElement), "small", HTMLElement).textContent =
          whole && data.claims.length ? telling.say("some", { k, n }) : telling.number(n);
      }
      const size = data.paged?.sizes[key] ?? boxes.length;
      const words = isSet ? telling.say("some", { k: chosen.length, n: size }) : telling.say("all", { n: size });
      one(opener, ".tl-chip__state", HTMLElement).textContent = words;
      opener.setAttribute("aria-pressed", `${isSet}`);
      clear.hidden = !isSet;
    }
    if (disputed instanceof HTMLButtonElement && counted) {
      const count = whole ? countDisputed(whole.claims, state, across.ids) : countDisputed(data.claims, state, ids);
      one(disputed, "small", HTMLElement).textContent = telling.number(count);
      disputed.setAttribute("aria-pressed", `${state.disputed}`);
      disputed.disabled = !count && !state.disputed;
    }
    clearAll.hidden = !state.order.some((filter) => filter !== "asof");
  };
}

/**
 * The field "As of", and what the overview says of its moment.
 *
 * @param {HTMLElement} bar
 * @param {import("./page.js").TimelinePage} page
 * @param {() => State} now
 * @param {(next: State, by: string) => void} commit
 * @returns {(state: State) => void} what shows a state
 */
export function asOf(bar, page, now, commit) {
  const { telling } = page;
  const field = one(bar, ".tl-as-of input", HTMLInputElement);
  const shownWords = one(bar, ".tl-as-of__words", HTMLElement);
  const all = one(bar, ".tl-everything", HTMLButtonElement);
  const caption = page.root.querySelector(".tl-strip__caption");
  const end = page.root.querySelector(".tl-strip [data-to]")?.getAttribute("data-to") ?? "";
  field.addEventListener("change", () => commit(choose(now(), "asof", { asof: field.value.slice(0, 16) }), "asof"));
  all.addEventListener("click", () => {
    commit(without(now(), "asof"), "asof-all");
    field.focus();
  });
  return (state) => {
    // Without a moment the field stands at the end of the axis, where everything had been said.
    const value = state.asof || end;
    if (document.activeElement !== field || state.asof) field.value = value;
    shownWords.textContent = value ? telling.moment(value) : telling.say("not-set");
    all.hidden = !state.asof;
    bar.querySelector(".tl-as-of")?.classList.toggle("tl-set", state.asof !== "");
    // The columns of a large timeline count all claims still.
    page.write(caption, state.asof && !page.data.paged ? telling.say("caption-as-of", { moment: telling.moment(state.asof) }) : null);
  };
}

/**
 * @param {Data} data
 * @returns {import("./visible.js").Ids}
 */
export function idsOf(data) {
  return Object.fromEntries(KEYS.map((key) => [key, data.chips[key]?.ids ?? []]));
}

/**
 * @param {string[]} [ids]
 * @param {number[]} [values]
 */
const byId = (ids = [], values = []) => new Map(ids.map((id, place) => [id, values[place] ?? 0]));

/**
 * Offer what claims of other pages have, in one order with what is offered already.
 *
 * @param {HTMLElement} panel
 * @param {HTMLInputElement[]} boxes
 * @param {{ ids: string[], names: string[] }} [chip]
 */
function offer(panel, boxes, chip) {
  if (!chip || boxes.length === chip.ids.length) return;
  const there = new Map(boxes.map((box) => [box.value, box]));
  boxes.length = 0;
  let after = /** @type {HTMLElement | null} */ (panel.querySelector("legend"));
  for (const [place, id] of chip.ids.entries()) {
    const box = there.get(id) ?? Object.assign(make("input", ""), { type: "checkbox", value: id });
    const label = box.closest("label") ?? make("label", "", box, " ", Object.assign(make("span", "", chip.names[place] ?? id), { dir: "auto" }), " ", make("small", ""));
    if (!there.has(id)) after?.after(label);
    after = label;
    boxes.push(box);
  }
}

/**
 * @param {HTMLElement} opener
 * @param {HTMLElement} panel
 * @param {boolean} open
 */
function toggle(opener, panel, open) {
  panel.hidden = !open;
  opener.setAttribute("aria-expanded", `${open}`);
}
