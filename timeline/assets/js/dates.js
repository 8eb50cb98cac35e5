// @ts-check
/**
 * The explanations of dates: one is open at a time. In columns it flips above its claim where there is no room below; on a
 * narrow page it is a sheet at the bottom, with a button that closes it. It never covers its own claim.
 */

import { button } from "./dom.js";

/**
 * @param {HTMLElement} root
 * @param {string} close what the button that closes a sheet is called
 */
export function datePanels(root, close) {
  const closer = button("×", () => shut(true), "tl-close tl-date__close");
  closer.setAttribute("aria-label", close);
  /** @type {HTMLDetailsElement | null} */
  let open = null;

  root.addEventListener(
    "toggle",
    (event) => {
      const details = event.target;
      if (!(details instanceof HTMLDetailsElement) || !details.matches(".tl-date")) return;
      if (!details.open) {
        if (open === details) open = null;
        return;
      }
      if (open && open !== details) open.open = false;
      open = details;
      place(details);
    },
    true,
  );
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    open ??= root.querySelector("details.tl-date[open]"); // the browser may not have told yet that it was opened
    if (!open) return;
    shut(true);
    event.preventDefault();
  });
  document.addEventListener("pointerdown", (event) => {
    if (open && event.target instanceof Node && !open.contains(event.target)) shut(false);
  });
  addEventListener("resize", () => open && place(open));

  /** @param {boolean} withFocus whether focus goes back to the date */
  function shut(withFocus) {
    const details = open;
    if (!details) return;
    details.open = false;
    open = null;
    if (withFocus) details.querySelector("summary")?.focus();
  }

  /** @param {HTMLDetailsElement} details */
  function place(details) {
    const panel = details.querySelector(".tl-date__panel");
    const claim = details.closest(".tl-claim");
    const summary = details.querySelector("summary");
    if (!(panel instanceof HTMLElement) || !claim || !summary) return;
    for (const side of ["inset-block", "inset-inline"]) panel.style.removeProperty(side);
    panel.prepend(closer);
    const box = panel.getBoundingClientRect();
    if (getComputedStyle(panel).position === "fixed") {
      const under = summary.getBoundingClientRect().bottom + 12 - box.top;
      if (under > 0) scrollBy(0, under);
      return;
    }
    const isRtl = getComputedStyle(panel).direction === "rtl";
    const width = document.documentElement.clientWidth;
    if (isRtl ? box.left < 0 : box.right > width) panel.style.setProperty("inset-inline", "auto 0");
    else if (isRtl ? box.right > width : box.left < 0) panel.style.setProperty("inset-inline", "0 auto");
    const heads = root.querySelector(".tl-heads")?.getBoundingClientRect().bottom ?? 0;
    const top = claim.getBoundingClientRect().top;
    const holder = panel.offsetParent?.getBoundingClientRect();
    if (holder && box.bottom > innerHeight && top - Math.max(heads, 0) >= box.height + 7) {
      panel.style.setProperty("inset-block", `auto ${holder.bottom - top + 7}px`);
    }
  }
}
