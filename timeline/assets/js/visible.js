// @ts-check
/**
 * Which claims are visible for a state: values in, values out, nothing of the page.
 *
 * Filters of several chips must all hold, of one chip one of the values chosen. A span of time shows the claims whose date may
 * lie in it, at least in part. "As of" asks when something was said, not when it happened, and compares the earliest and
 * the latest moment at which it can have been said.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Key} Key
 * @typedef {import("./state.js").Filter} Filter
 *
 * @typedef {object} Claim what is known of a claim, by which it is chosen
 * @property {string} id
 * @property {number[]} [lane] places in the list of the chip, which has the ids
 * @property {number[]} [place]
 * @property {number[]} [who]
 * @property {number[]} [source]
 * @property {number[]} [topic]
 * @property {[string, string] | null} date start and exclusive end, wall-clock time; none if its date is not established
 * @property {[string | null, string | null]} said the earliest and the latest moment at which it can have been said
 * @property {boolean} [limits] whether what is known of its saying are limits alone, and no words of the source
 * @property {number[]} [disputes] numbers of the claims that it disputes; there only if it disputes or is disputed
 * @property {boolean} [withdrawn]
 *
 * @typedef {Partial<Record<Key, string[]>>} Ids the ids of each chip, in its order
 * @typedef {"said" | "perhaps" | "unplaced" | "later"} Outcome
 *
 * @typedef {object} Found
 * @property {Map<number, Outcome>} possible by number of the claim, from 1: what all filters but "as of" leave
 * @property {number[]} shown the numbers of those that are said, or perhaps said, by then
 * @property {number[]} unplaced
 * @property {number[]} later
 * @property {number} undated how many are left out only because they have no date
 */

import { KEYS } from "./state.js";
import { shifted } from "./telling.js";

/**
 * Tell whether a claim had been made by a moment. The rule and its reasons stand in timeline/selection/as_of.py.
 *
 * @param {Pick<Claim, "said" | "limits">} claim
 * @param {string} moment what was said at that very minute counts; midnight is the end of the day before
 * @returns {Outcome}
 */
export function outcome({ said: [earliest, latest], limits }, moment) {
  const end = moment.endsWith("T00:00") ? moment : shifted(moment, 1);
  if (latest !== null && latest <= end) return "said";
  if (earliest !== null && earliest >= end) return "later";
  return earliest !== null && latest !== null && !limits ? "perhaps" : "unplaced";
}

/**
 * @param {Claim} claim
 * @param {State} state
 * @param {Ids} ids
 * @param {Filter} [but] a filter to pass over
 * @returns {boolean} whether all filters save "as of" let it through
 */
export function passes(claim, state, ids, but) {
  for (const key of KEYS) {
    const chosen = state.chosen[key];
    if (key === but || !chosen.length) continue;
    const own = (claim[key] ?? []).map((place) => ids[key]?.[place] ?? "");
    if (!own.some((id) => chosen.includes(id))) return false;
  }
  if (state.disputed && but !== "disputed" && !claim.disputes) return false;
  if (but === "time" || !(state.from || state.to)) return true;
  if (!claim.date) return false;
  const [start, end] = claim.date;
  return !(state.from && end <= state.from) && !(state.to && start >= state.to);
}

/**
 * @param {Claim[]} claims in time order
 * @param {State} state
 * @param {Ids} ids
 * @returns {Found}
 */
export function find(claims, state, ids) {
  /** @type {Found} */
  const found = { possible: new Map(), shown: [], unplaced: [], later: [], undated: 0 };
  for (const [index, claim] of claims.entries()) {
    if (!passes(claim, state, ids)) {
      if (!claim.date && passes(claim, state, ids, "time")) found.undated += 1;
      continue;
    }
    const told = state.asof ? outcome(claim, state.asof) : "said";
    found.possible.set(index + 1, told);
    found[told === "said" || told === "perhaps" ? "shown" : told].push(index + 1);
  }
  return found;
}

/**
 * Count what each value of a chip would show, given all other filters.
 *
 * @param {Claim[]} claims
 * @param {State} state
 * @param {Ids} ids
 * @param {Key} key
 * @returns {number[]} in the order of the chip
 */
export function counts(claims, state, ids, key) {
  const found = (ids[key] ?? []).map(() => 0);
  for (const claim of claims) {
    if (!isThere(claim, state, ids, key)) continue;
    for (const place of claim[key] ?? []) found[place] = (found[place] ?? 0) + 1;
  }
  return found;
}

/**
 * @param {Claim[]} claims
 * @param {State} state
 * @param {Ids} ids
 * @returns {number} how many claims "disputed only" would show
 */
export function countDisputed(claims, state, ids) {
  return claims.filter((claim) => claim.disputes && isThere(claim, state, ids, "disputed")).length;
}

/**
 * @param {Claim} claim
 * @param {State} state
 * @param {Ids} ids
 * @param {Filter} but
 */
function isThere(claim, state, ids, but) {
  return passes(claim, state, ids, but) && (!state.asof || ["said", "perhaps"].includes(outcome(claim, state.asof)));
}
