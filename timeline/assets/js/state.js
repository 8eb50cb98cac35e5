// @ts-check
/**
 * What a reader has chosen, and the address that says so. Nothing of it is kept anywhere else.
 *
 * Text in, values out, nothing of the page: a state is read from the query of an address and written into it. Parameters of
 * others, such as those of the search, stay as they are. Values that are not ids or moments are passed over.
 *
 * @typedef {"lane" | "place" | "who" | "source" | "topic"} Key a chip that holds ids
 * @typedef {Key | "disputed" | "time" | "asof"} Filter what takes claims from view; `time` is a span, `from` and `to`
 *
 * @typedef {object} State
 * @property {Record<Key, string[]>} chosen ids by chip; none means all
 * @property {boolean} disputed
 * @property {string} from a wall-clock moment to the minute, `2023-05-21T06:00`, or nothing
 * @property {string} to exclusive
 * @property {string} asof
 * @property {string[]} lanes ids of the lanes that are shown, in their order; none means all in the order of the page
 * @property {boolean} keys whether single keys do something
 * @property {Filter[]} order the filters that are set, the last one set at the end
 */

/** @type {Key[]} */
export const KEYS = ["lane", "place", "who", "source", "topic"];

const OURS = [...KEYS, "disputed", "from", "to", "asof", "lanes", "keys"];
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?)?$/u;

/** @returns {State} */
export function everything() {
  return {
    chosen: { lane: [], place: [], who: [], source: [], topic: [] },
    disputed: false,
    from: "",
    to: "",
    asof: "",
    lanes: [],
    keys: true,
    order: [],
  };
}

/**
 * @param {string} search the query of an address, with or without its question mark
 * @returns {State}
 */
export function parse(search) {
  const state = everything();
  for (const [name, value] of new URLSearchParams(search)) {
    const key = /** @type {Key} */ (name);
    if (KEYS.includes(key)) state.chosen[key] = ids(value);
    else if (name === "lanes") state.lanes = ids(value);
    else if (name === "disputed") state.disputed = value === "1";
    else if (name === "from") state.from = moment(value, false);
    else if (name === "to" || name === "asof") state[name] = moment(value, true);
    else if (name === "keys") state.keys = value !== "off";
    else continue;
    const filter = name === "from" || name === "to" ? "time" : /** @type {Filter} */ (name);
    state.order = ordered(state, filter);
  }
  return state;
}

/**
 * @param {State} state
 * @param {string} search the query as it is
 * @returns {string} the query with the state in it, with its question mark if there is anything to ask
 */
export function serialise(state, search) {
  const parts = [...new URLSearchParams(search)]
    .filter(([name]) => !OURS.includes(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  for (const filter of state.order) {
    if (filter === "disputed") parts.push("disputed=1");
    else if (filter === "asof") parts.push(`asof=${state.asof}`);
    else if (filter === "time") {
      if (state.from) parts.push(`from=${state.from}`);
      if (state.to) parts.push(`to=${state.to}`);
    } else parts.push(`${filter}=${state.chosen[filter].join(",")}`);
  }
  if (state.lanes.length) parts.push(`lanes=${state.lanes.join(",")}`);
  if (!state.keys) parts.push("keys=off");
  return parts.length ? `?${parts.join("&")}` : "";
}

/**
 * Choose anew under one filter. One that is set now stands last in the order; one that no longer holds anything back leaves it.
 *
 * @param {State} state
 * @param {Filter} filter
 * @param {Partial<Pick<State, "disputed" | "from" | "to" | "asof">> & { ids?: string[] }} value
 * @returns {State}
 */
export function choose(state, filter, { ids: chosen, ...rest }) {
  const next = { ...state, ...rest, chosen: { ...state.chosen } };
  if (chosen) next.chosen[/** @type {Key} */ (filter)] = chosen;
  next.order = ordered(next, filter);
  return next;
}

/**
 * @param {State} state
 * @param {Filter} filter
 * @returns {State} the state without it
 */
export function without(state, filter) {
  if (filter === "disputed") return choose(state, filter, { disputed: false });
  if (filter === "asof") return choose(state, filter, { asof: "" });
  if (filter === "time") return choose(state, filter, { from: "", to: "" });
  return choose(state, filter, { ids: [] });
}

/**
 * @param {State} state
 * @param {Filter} filter
 * @returns {boolean} whether it holds anything back
 */
export function isSet(state, filter) {
  if (filter === "disputed") return state.disputed;
  if (filter === "asof") return state.asof !== "";
  if (filter === "time") return state.from !== "" || state.to !== "";
  return KEYS.includes(filter) && state.chosen[filter].length > 0;
}

/**
 * @param {State} state
 * @param {Filter} last
 * @returns {Filter[]}
 */
function ordered(state, last) {
  return [...state.order.filter((one) => one !== last), last].filter((one) => isSet(state, one));
}

/**
 * @param {string} value
 * @returns {string[]} each id once
 */
function ids(value) {
  return [...new Set(value.split(",").filter((id) => ID.test(id)))];
}

/**
 * @param {string} value
 * @param {boolean} atEnd whether a bare day means its end
 * @returns {string} a moment to the minute; nothing if it is none
 */
function moment(value, atEnd) {
  const [, day = "", time] = MOMENT.exec(value) ?? [];
  const found = new Date(`${day}T${time ?? "00:00"}Z`);
  if (Number.isNaN(found.getTime()) || !found.toISOString().startsWith(day)) return "";
  if (!time && atEnd) found.setUTCDate(found.getUTCDate() + 1);
  const written = found.toISOString();
  return /^\d{4}-/u.test(written) ? written.slice(0, 16) : "";
}
