// @ts-check
/**
 * The lanes: some of many compared, their order, and on a narrow page a bar in which each can be shown or hidden.
 *
 * The order and choice of columns is `lanes` in the address; the bar sets the same filter as the chip for narratives.
 *
 * @typedef {import("./state.js").State} State
 */

import { all, one } from "./dom.js";
import { choose } from "./state.js";

const MOST = 4;

/**
 * @param {HTMLElement} root
 * @param {import("./page.js").Data} data
 * @param {() => State} now
 * @param {(next: State, by: string) => void} commit
 * @returns {(state: State, found: import("./visible.js").Found, withLater: boolean, counted: import("./visible.js").Claim[]) => void} what shows a state
 */
export function lanes(root, data, now, commit) {
  const ids = data.lanes.map((lane) => lane.id);
  const known = data.chips.lane?.ids ?? [];
  const picks = all(root, "[data-compare]", HTMLButtonElement);
  const bar = all(root, ".tl-lanebar button", HTMLButtonElement);
  const order = root.querySelector(".tl-order");
  const moves = all(root, ".tl-order button", HTMLButtonElement);

  for (const [lane, pick] of picks.entries()) {
    pick.addEventListener("click", () => {
      const old = picked(now());
      const id = ids[lane] ?? "";
      const next = ids.filter((each) => (each === id ? !old.includes(id) : old.includes(each)));
      commit({ ...now(), lanes: next }, "lanes");
    });
  }
  for (const [lane, toggle] of bar.entries()) {
    toggle.addEventListener("click", () => {
      const chosen = now().chosen.lane;
      const id = ids[lane] ?? "";
      const old = chosen.length ? chosen : known;
      const next = known.filter((each) => (each === id ? !old.includes(id) : old.includes(each)));
      if (next.length) commit(choose(now(), "lane", { ids: next.length === known.length ? [] : next }), "lane");
    });
  }
  for (const move of moves) {
    move.addEventListener("click", () => {
      const id = ids[Number(move.closest("li")?.dataset.order)] ?? "";
      const next = [...arranged(now())];
      const place = next.indexOf(id);
      const other = place + Number(move.dataset.move);
      if (place < 0 || other < 0 || other >= next.length) return;
      [next[place], next[other]] = [next[other] ?? "", next[place] ?? ""];
      commit({ ...now(), lanes: next.join() === ids.join() ? [] : next }, "lanes");
      if (move.disabled) all(move.closest("li") ?? root, "button", HTMLButtonElement).find((each) => !each.disabled)?.focus();
      else move.focus();
    });
  }

  /** @param {State} state */
  function arranged(state) {
    const found = state.lanes.filter((id) => ids.includes(id));
    return found.length > 1 ? found : ids;
  }

  /** @param {State} state */
  function picked(state) {
    const found = state.lanes.filter((id) => ids.includes(id));
    return found.length < ids.length ? found : [];
  }

  return (state, found, _, counted) => {
    const chosen = picked(state);
    for (const [lane, pick] of picks.entries()) {
      const isPicked = chosen.includes(ids[lane] ?? "");
      pick.setAttribute("aria-pressed", `${isPicked}`);
      pick.disabled = !isPicked && chosen.length >= MOST;
    }
    const shown = state.chosen.lane.length ? state.chosen.lane : known;
    for (const [lane, toggle] of bar.entries()) {
      toggle.setAttribute("aria-pressed", `${shown.includes(ids[lane] ?? "")}`);
      const count = found.shown.filter((claim) => counted[claim - 1]?.lane?.includes(lane)).length;
      if (counted.length) one(toggle, ".tl-lanebar__count", HTMLElement).textContent = `${count}`;
    }
    const now_ = arranged(state);
    const items = all(order ?? document.createElement("ol"), "li", HTMLElement);
    for (const item of items) {
      const place = now_.indexOf(ids[Number(item.dataset.order)] ?? "");
      item.hidden = place < 0;
      const [earlier, later] = all(item, "button", HTMLButtonElement);
      if (earlier) earlier.disabled = place === 0;
      if (later) later.disabled = place === now_.length - 1;
    }
    const sorted = [...items].sort((a, b) => position(a) - position(b));
    if (sorted.some((item, place) => item !== items[place])) order?.append(...sorted);

    /** @param {HTMLElement} item */
    function position(item) {
      return now_.indexOf(ids[Number(item.dataset.order)] ?? "");
    }
  };
}
