// @ts-check
/**
 * The chips of the filter bar: each says in words what is chosen, and opens a list of boxes to tick.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Key} Key
 * @typedef {import("./page.js").Data} Data
 */

import { all, one } from "./dom.js";
import { choose, everything, KEYS, without } from "./state.js";
import { countDisputed, counts } from "./visible.js";

/**
 * @param {HTMLElement} bar
 * @param {Data} data
 * @param {import("./telling.js").Telling} telling
 * @param {() => State} now
 * @param {(next: State, by: string) => void} commit
 * @returns {(state: State) => void} what shows a state
 */
export function chips(bar, data, telling, now, commit) {
  const ids = idsOf(data);
  const shown = all(bar, "[data-chip]", HTMLElement).map((chip) => {
    const key = /** @type {Key} */ (chip.dataset.chip);
    const opener = one(chip, ".tl-chip__button", HTMLButtonElement);
    const panel = one(chip, ".tl-chip__panel", HTMLElement);
    const boxes = all(panel, "input", HTMLInputElement);
    const clear = one(chip, ".tl-chip__clear", HTMLButtonElement);
    opener.addEventListener("click", () => toggle(opener, panel, panel.hidden));
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
    for (const { key, opener, boxes, clear } of shown) {
      const found = counts(data.claims, state, ids, key);
      const chosen = state.chosen[key];
      const isSet = chosen.length > 0;
      for (const [place, box] of boxes.entries()) {
        box.checked = chosen.includes(box.value);
        box.disabled = !box.checked && !found[place];
        one(/** @type {HTMLElement} */ (box.parentElement), "small", HTMLElement).textContent = telling.number(found[place] ?? 0);
      }
      const words = isSet ? telling.say("some", { k: chosen.length, n: boxes.length }) : telling.say("all", { n: boxes.length });
      one(opener, ".tl-chip__state", HTMLElement).textContent = words;
      opener.setAttribute("aria-pressed", `${isSet}`);
      clear.hidden = !isSet;
    }
    if (disputed instanceof HTMLButtonElement) {
      const count = countDisputed(data.claims, state, ids);
      one(disputed, "small", HTMLElement).textContent = telling.number(count);
      disputed.setAttribute("aria-pressed", `${state.disputed}`);
      disputed.disabled = !count && !state.disputed;
    }
    clearAll.hidden = !state.order.some((filter) => filter !== "asof");
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
 * @param {HTMLElement} opener
 * @param {HTMLElement} panel
 * @param {boolean} open
 */
function toggle(opener, panel, open) {
  panel.hidden = !open;
  opener.setAttribute("aria-expanded", `${open}`);
}
