// @ts-check
/**
 * The window on the overview: two handles and what lies between them choose a span of time, a third one the moment "as of".
 *
 * The handles are real range inputs, laid over the drawing that is shown, so that keyboard and assistive technology have them
 * as everybody knows them. The axis runs from left to right in every language.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {"from" | "to" | "asof"} End
 */

import { minutes, nearest, share, stepped, steps } from "./axis.js";
import { all, make } from "./dom.js";
import { choose, without } from "./state.js";

/** What each handle is called. */
const NAMES = { from: "handle-from", to: "handle-to", asof: "handle-asof" };

/**
 * @param {import("./page.js").TimelinePage} page
 * @param {() => State} now
 * @param {(next: State, by: string) => void} commit
 * @returns {((state: State) => void) | null} what shows a state; none where the drawing has no axis
 */
export function brush(page, now, commit) {
  const { telling } = page;
  const laid = over(page.root);
  if (!laid) return null;
  const { area, start, end } = laid;
  const ticks = steps(start, end);

  const span = make("div", "tl-brush__window");
  const after = make("div", "tl-brush__after");
  const line = make("div", "tl-brush__line");
  const flag = make("span", "tl-brush__flag");
  flag.setAttribute("aria-hidden", "true");
  flag.dir = "auto";
  line.append(flag);
  const handles = {
    from: handle("from"),
    to: handle("to"),
    asof: handle("asof"),
  };
  // On a page of some days the window is that page's own: see paging.js.
  const isPart = page.data.paged !== undefined && page.data.claims.length > 0;
  area.append(after, line, ...(isPart ? [] : [span, handles.from, handles.to]), handles.asof);
  span.addEventListener("pointerdown", drag);
  span.addEventListener("dblclick", () => commit(without(now(), "time"), "window-all"));

  /**
   * @param {End} end_
   * @returns {HTMLInputElement}
   */
  function handle(end_) {
    const made = make("input", `tl-brush__handle tl-brush__handle--${end_}`);
    made.type = "range";
    made.min = `${minutes(start)}`;
    made.max = `${minutes(end)}`;
    made.setAttribute("aria-label", telling.say(NAMES[end_]));
    made.addEventListener("input", () => move(end_, nearest(ticks, Number(made.value))));
    made.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const place = stepped(event.key, ticks, at(now(), end_));
      if (place === null) return;
      event.preventDefault();
      move(end_, place);
    });
    return made;
  }

  /**
   * @param {State} state
   * @param {End} end_
   * @returns {string} where a handle stands
   */
  function at(state, end_) {
    return state[end_] || (end_ === "from" ? start : end) || "";
  }

  /**
   * @param {End} end_
   * @param {number} place of the step
   */
  function move(end_, place) {
    const state = now();
    const others = { from: at(state, "to"), to: at(state, "from"), asof: "" }[end_];
    const limit = ticks.findIndex((tick) => tick >= others);
    const free = end_ === "from" ? Math.min(place, Math.max(limit - 1, 0)) : end_ === "to" ? Math.max(place, limit + 1) : place;
    set(end_, ticks[free] ?? "");
  }

  /**
   * @param {End} end_
   * @param {string} moment
   */
  function set(end_, moment) {
    const state = now();
    const chosen = moment === (end_ === "from" ? start : end_ === "to" ? end : "") ? "" : moment;
    if (chosen === state[end_]) show(state);
    else commit(choose(state, end_ === "asof" ? "asof" : "time", { [end_]: chosen }), end_);
  }

  /** @param {PointerEvent} down */
  function drag(down) {
    const state = now();
    const [from, to] = [minutes(at(state, "from")), minutes(at(state, "to"))];
    const [first, last] = [minutes(start), minutes(end)];
    if (down.button !== 0 || (from <= first && to >= last)) return;
    const perPixel = (last - first) / area.getBoundingClientRect().width;
    span.setPointerCapture(down.pointerId);
    /** @param {PointerEvent} event */
    const follow = (event) => {
      const by = Math.min(Math.max((event.clientX - down.clientX) * perPixel, first - from), last - to);
      const [left, right] = [ticks[nearest(ticks, from + by)], ticks[nearest(ticks, to + by)]];
      if (left === undefined || right === undefined || left >= right) return;
      const next = { from: left === start ? "" : left, to: right === end ? "" : right };
      const old = now();
      if (next.from !== old.from || next.to !== old.to) commit(choose(old, "time", next), "window");
    };
    span.addEventListener("pointermove", follow);
    for (const over of ["pointerup", "pointercancel"]) {
      span.addEventListener(over, () => span.removeEventListener("pointermove", follow), { once: true });
    }
  }

  /** @param {State} state */
  function show(state) {
    for (const end_ of /** @type {End[]} */ (["from", "to", "asof"])) {
      const moment = at(state, end_);
      handles[end_].value = `${minutes(moment)}`;
      handles[end_].setAttribute("aria-valuetext", telling.moment(moment));
      area.style.setProperty(`--tl-${end_}`, share(moment, start, end));
    }
    area.classList.toggle("tl-set", state.from !== "" || state.to !== "");
    for (const one of [after, line, handles.asof]) one.hidden = !state.asof;
    flag.textContent = state.asof ? telling.moment(state.asof) : "";
    span.title = telling.say("window", { from: telling.moment(at(state, "from")), to: telling.moment(at(state, "to")) });
  }
  return show;
}

/**
 * Make a place over the overview's axis, which follows the drawing that is shown at this width.
 *
 * @param {HTMLElement} root
 * @returns {{ area: HTMLElement, start: string, end: string } | null} none where the drawing has no axis
 */
export function over(root) {
  const figure = root.querySelector(".tl-strip");
  const drawings = all(root, ".tl-strip svg[data-from]", SVGSVGElement);
  const [start, end] = ["from", "to"].map((edge) => drawings[0]?.getAttribute(`data-${edge}`) ?? "");
  if (!figure || !start || !end) return null;
  const area = make("div", "tl-brush");
  area.dir = "ltr";
  drawings[0]?.before(area);
  new ResizeObserver(lay).observe(figure);
  lay();
  return { area, start, end };

  /** Lay the window over the drawing that is shown at this width. */
  function lay() {
    const drawing = drawings.find((one) => one.checkVisibility());
    area.hidden = !drawing;
    if (!drawing || !figure) return;
    const box = drawing.getBoundingClientRect();
    const around = figure.getBoundingClientRect();
    const unit = box.width / drawing.viewBox.baseVal.width;
    const [left = 0, right = 0, top = 0, bottom = 0] = ["left", "right", "top", "bottom"].map(
      (edge) => Number(drawing.getAttribute(`data-${edge}`)) * unit,
    );
    area.style.setProperty("left", `${box.left - around.left + left}px`);
    area.style.setProperty("top", `${box.top - around.top + top}px`);
    area.style.setProperty("width", `${right - left}px`);
    area.style.setProperty("height", `${bottom - top}px`);
  }
}
