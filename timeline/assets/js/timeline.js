// @ts-check
/**
 * The timeline page: filters, a moment, a span of time and the order of lanes, all of them in the address.
 *
 * It only enhances what the HTML already says, asks for nothing and stores nothing. Without it, links to the index pages stand
 * where its controls are.
 */

import { asOf } from "./asof.js";
import { brush } from "./brush.js";
import { chips, idsOf } from "./chips.js";
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
 */

/** @returns {Promise<void>} when the browser has seen to what waited for it */
const turn = () => new Promise((go) => setTimeout(go));

const source = document.getElementById("tl-data");
if (source) start(JSON.parse(source.textContent ?? ""));

/**
 * Make the controls and show the state of the address; each in a turn of its own, so that a reader who scrolls or types
 * meanwhile is never held up.
 *
 * @param {import("./page.js").Data} data
 */
async function start(data) {
  const root = one(document, ".tl-timeline", HTMLElement);
  const bar = one(root, ".tl-controls", HTMLElement);
  const telling = new Telling(data);
  const page = new TimelinePage(root, data, telling);
  const ids = idsOf(data);
  let state = parse(location.search);
  let withLater = false;

  const now = () => state;
  /** What shows a state, part by part. @type {(((state: State, found: Found, withLater: boolean) => void) | null)[]} */
  const parts = [(state, found, withLater) => page.show(state, found, withLater)];

  function show() {
    const found = find(data.claims, state, ids);
    for (const part of parts) part?.(state, found, withLater);
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
    () => chips(bar, data, telling, now, commit),
    () => asOf(bar, page, now, commit),
    () => brush(page, now, commit),
    () => lanes(root, data, now, commit),
    () => sheets(bar, page),
    () => keys(page, now, commit),
    () => datePanels(root, telling.say("close")),
    () =>
      closing(page, now, commit, (shown) => {
        withLater = shown;
        show();
      }),
  ];
  for (const make of made) {
    await turn();
    parts.push(make() ?? null);
  }
  for (const part of parts) {
    await turn();
    part?.(state, find(data.claims, state, ids), withLater);
  }
  await turn();
  // An attribute and not a class: Material has rules for whatever stands under an element without a class, so every change of
  // a class has all that stands under it styled anew.
  root.dataset.live = "";
  // The address may name a claim further down, whose place has changed by what was hidden above it.
  if (location.hash && location.search) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
