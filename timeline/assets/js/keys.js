// @ts-check
/**
 * Single keys: from claim to claim in time order, from lane to lane in a row, from topic to topic, and the list of them.
 *
 * They do nothing while focus is in a field or a dialog is open, and can be switched off; the address keeps that.
 *
 * @typedef {import("./state.js").State} State
 */

import { one } from "./dom.js";

/**
 * @param {import("./page.js").TimelinePage} page
 * @param {() => State} now
 * @param {(next: State, by: string) => void} commit
 * @returns {(state: State) => void} what shows a state
 */
export function keys(page, now, commit) {
  const { root } = page;
  const dialog = one(root, ".tl-keys", HTMLDialogElement);
  const toggle = one(dialog, ".tl-keys__switch", HTMLInputElement);
  toggle.addEventListener("change", () => commit({ ...now(), keys: toggle.checked }, "keys"));
  one(root, ".tl-keys__open", HTMLButtonElement).addEventListener("click", () => dialog.showModal());
  one(dialog, ".tl-close", HTMLButtonElement).addEventListener("click", () => dialog.close());

  /** @type {Element | null} */
  let last = null;
  root.addEventListener("focusin", (event) => {
    last = event.target instanceof Element ? (event.target.closest(".tl-claim") ?? last) : last;
  });

  /** @type {Record<string, () => void>} */
  const acts = {
    j: () => step(1),
    k: () => step(-1),
    h: () => across(-1),
    l: () => across(1),
    q: topic,
    "?": () => dialog.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const act = acts[event.key];
    if (!act || !now().keys || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))) return;
    if (document.querySelector("dialog[open], [data-md-toggle=search]:checked")) return;
    event.preventDefault();
    act();
  });

  /** @returns {number[]} numbers of the claims that can be gone to, in time order */
  function shown() {
    return page.articles.flatMap((article, index) =>
      article && !article.hidden && !article.closest("[hidden]") ? [index + 1] : [],
    );
  }

  /** @returns {number} the claim in or after which focus stands; 0 before the first */
  function current() {
    const claim = document.activeElement?.closest(".tl-claim") ?? (last?.checkVisibility() ? last : null);
    return claim ? (page.numbers.get(claim.id.slice(2)) ?? 0) : 0;
  }

  /** @param {1 | -1} by */
  function step(by) {
    const all = shown();
    const at = current();
    const next = by > 0 ? all.find((number) => number > at) : all.filter((number) => number < at).at(-1);
    if (next) go(page.articles[next - 1]);
  }

  /** @param {1 | -1} by */
  function across(by) {
    const claim = page.articles[current() - 1];
    const row = page.groups.flatMap((group) => group.rows).find(({ element }) => claim && element.contains(claim));
    if (!row || !claim) return;
    const cells = page.arranged.map((lane) => row.cells[lane]?.element);
    const middle = centre(claim);
    for (let place = cells.findIndex((cell) => cell?.contains(claim)) + by; cells[place]; place += by) {
      const claims = page.articles.filter((article) => article && !article.hidden && cells[place]?.contains(article));
      claims.sort((a, b) => Math.abs(centre(a) - middle) - Math.abs(centre(b) - middle));
      if (claims[0]) return go(claims[0]);
    }
  }

  function topic() {
    const at = document.activeElement?.closest(".tl-row") ?? last?.closest(".tl-row");
    const titles = [...root.querySelectorAll(".tl-row:not([hidden]) .tl-row__title a")].filter((title) => title.checkVisibility());
    const next = titles.find(
      (title) => !at || (at.compareDocumentPosition(title) & Node.DOCUMENT_POSITION_FOLLOWING && !at.contains(title)),
    );
    if (next instanceof HTMLElement) next.focus();
  }

  return (state) => {
    toggle.checked = state.keys;
  };
}

/** @param {Element | null | undefined} element */
function centre(element) {
  const box = element?.getBoundingClientRect();
  return box ? box.top + box.height / 2 : 0;
}

/** @param {HTMLElement | null | undefined} article */
function go(article) {
  if (!article) return;
  const fold = article.closest("details.tl-more");
  if (fold instanceof HTMLDetailsElement) fold.open = true;
  article.tabIndex = -1;
  article.focus({ preventScroll: true });
  article.scrollIntoView({ block: "nearest" });
}
