// @ts-check
/**
 * The axis of the overview: how long its steps are, and which one is near. Values in, values out.
 *
 * A step is a round length of time, so many that about a hundred make up the axis at most.
 */

import { written } from "./telling.js";

/** Minutes of the steps that are shorter than a month. */
const SHORT = [15, 60, 180, 360, 1440, 10_080];

/** Months of the longer ones. */
const LONG = [1, 3, 12, 60, 120, 600, 1200];

const MOST = 96;
const MONTH = 43_830;

/**
 * @param {string} moment
 * @returns {number} its minutes since 1970, by the wall clock
 */
export function minutes(moment) {
  return Math.round(new Date(`${moment}Z`).getTime() / 60_000);
}

/**
 * @param {string} moment
 * @param {string} from
 * @param {string} to
 * @returns {string} how far on the axis it stands, as style sheets take it
 */
export function share(moment, from, to) {
  const part = (minutes(moment) - minutes(from)) / (minutes(to) - minutes(from));
  return `${Math.min(Math.max(part, 0), 1) * 100}%`;
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {string[]} the moments of all steps, both ends of the axis included
 */
export function steps(from, to) {
  const [start, end] = [minutes(from), minutes(to)];
  const short = SHORT.find((length) => (end - start) / length <= MOST);
  const months = LONG.find((length) => (end - start) / (length * MONTH) <= MOST) ?? LONG.at(-1) ?? 12;
  const found = [from];
  for (let count = 1; ; count += 1) {
    const next = new Date(start * 60_000);
    if (short) next.setUTCMinutes(next.getUTCMinutes() + count * short);
    else next.setUTCMonth(next.getUTCMonth() + count * months);
    if (next.getTime() >= end * 60_000) break;
    found.push(written(next.getTime()));
  }
  return [...found, to];
}

/**
 * @param {string[]} all in their order
 * @param {number} minute
 * @returns {number} which of them is nearest
 */
export function nearest(all, minute) {
  let best = 0;
  for (const [place, moment] of all.entries()) {
    if (Math.abs(minutes(moment) - minute) < Math.abs(minutes(all[best] ?? "") - minute)) best = place;
  }
  return best;
}

/**
 * Say which step a key leads to.
 *
 * @param {string} key of a keyboard event
 * @param {string[]} all
 * @param {string} moment where it stands, on a step or between two
 * @returns {number | null} `null` for keys that mean nothing here
 */
export function stepped(key, all, moment) {
  const before = all.filter((one) => one < moment).length - 1;
  const after = all.filter((one) => one <= moment).length;
  const last = all.length - 1;
  /** @type {Record<string, number>} */
  const places = {
    ArrowLeft: before,
    ArrowDown: before,
    ArrowRight: after,
    ArrowUp: after,
    PageDown: before - 9,
    PageUp: after + 9,
    Home: 0,
    End: last,
  };
  const place = places[key];
  return place === undefined ? null : Math.min(Math.max(place, 0), last);
}
