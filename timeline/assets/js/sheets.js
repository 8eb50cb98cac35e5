// @ts-check
/**
 * On a narrow page filters and the moment "as of" open as sheets over the whole of it: the same controls, moved into a dialog.
 *
 * @typedef {import("./state.js").State} State
 */

import { all, one } from "./dom.js";

/**
 * @param {HTMLElement} bar
 * @param {import("./page.js").TimelinePage} page
 * @returns {(state: State) => void} what shows a state
 */
export function sheets(bar, page) {
  const { telling } = page;
  const dialog = one(bar, ".tl-sheet", HTMLDialogElement);
  const body = one(dialog, ".tl-sheet__body", HTMLElement);
  const home = one(bar, ".tl-bar", HTMLElement);
  const openers = all(bar, "[data-sheet]", HTMLButtonElement);
  const end = page.root.querySelector(".tl-strip [data-to]")?.getAttribute("data-to");

  for (const opener of openers) {
    opener.addEventListener("click", () => {
      const part = document.getElementById(opener.dataset.sheet ?? "");
      if (!part) return;
      one(dialog, "#tl-sheet-title", HTMLElement).textContent = part.getAttribute("aria-label");
      body.replaceChildren(part);
      dialog.showModal();
    });
  }
  for (const close of all(dialog, ".tl-close", HTMLButtonElement)) close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    const part = body.firstElementChild;
    if (part?.id === "tl-filters") home.prepend(part);
    else if (part) home.append(part);
  });
  matchMedia("(min-width: 60em)").addEventListener("change", () => dialog.close());

  return (state) => {
    const set = state.order.filter((filter) => filter !== "asof").length;
    const moment = state.asof || end;
    const words = [set ? telling.say("set", { n: set }) : telling.say("none-set"), moment ? telling.moment(moment) : telling.say("not-set")];
    for (const [place, opener] of openers.entries()) {
      one(opener, ".tl-chip__state", HTMLElement).textContent = words[place] ?? "";
      opener.classList.toggle("tl-set", place === 0 ? set > 0 : state.asof !== "");
    }
  };
}
