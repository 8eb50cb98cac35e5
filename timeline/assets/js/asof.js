// @ts-check
/**
 * The field "As of", and what the strip shows of its moment: a line with a flag, and what lies after it hatched.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./page.js").TimelinePage} TimelinePage
 */

import { one } from "./dom.js";
import { choose, without } from "./state.js";

/**
 * @param {HTMLElement} bar
 * @param {TimelinePage} page
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
    page.write(caption, state.asof ? telling.say("caption-as-of", { moment: telling.moment(state.asof) }) : null);
  };
}
