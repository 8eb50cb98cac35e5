// @ts-check
/**
 * The form "Add a claim": answers -> the text of an event file, offered to be opened at the code host, copied or downloaded.
 *
 * It asks no host for anything and stores nothing. What is known stands in the page: lists of names with their ids. What it
 * refuses is what the validator would refuse and can be told without it; how a date is read it cannot tell.
 *
 * @typedef {import("./writing.js").Data} Data
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 * @typedef {{ value: string, option: HTMLOptionElement | undefined }} Named what a typed name stands for in the file
 */

import { make, one } from "./dom.js";
import { claimId } from "./naming.js";
import { yamlText } from "./writing.js";

/** Characters that the reader of files refuses, as far as a browser can tell them. */
const REFUSED =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2061-\u2064\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\u{e0001}\p{Cs}\p{Co}]/u;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const WEB = /^https?:\/\/[^\s\\"'<>`{}|^]+\.[^\s\\"'<>`{}|^]+$/iu;

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 */
const part = (id, kind) => one(document, `#${id}`, kind);

const form = part("add-form", HTMLFormElement);

/** @type {{ [key: string]: string | { [category: string]: string } }} what this script says, in the language of the page */
const messages = JSON.parse(form.dataset.messages ?? "{}");

/** Which form a number takes in that language. */
const plurals = new Intl.PluralRules(form.closest("[lang]")?.getAttribute("lang") ?? "en");

/**
 * Say a message. Values are put in as they are.
 *
 * @param {string} key
 * @param {{ [name: string]: string | number | undefined }} [values] of one that counts, `n` is the number
 * @returns {string}
 */
function say(key, values = {}) {
  const message = messages[key] ?? key;
  const words = typeof message === "string" ? message : (message[plurals.select(Number(values.n))] ?? message.other ?? "");
  return words.replace(/\{(\w+)\}/gu, (whole, name) => String(values[name] ?? whole));
}

const written = part("add-written", HTMLElement);

/** @type {{ id: string, label: string, words: string }[]} */
let faults = [];

/** @type {string[]} */
let remarks = [];

let file = { path: "", text: "", goesAlong: false };

/* Answers */

/**
 * @param {Element} control
 * @returns {string} what was answered, without blanks around it
 */
function answer(control) {
  return /** @type {Control} */ (control).value.normalize("NFC").trim();
}

/**
 * @param {string} name of a question
 * @returns {Control[]} its controls, one for each answer
 */
function controls(name) {
  return [...form.querySelectorAll(`[data-ask="${name}"] :is(input, textarea)`)].map(
    (one) => /** @type {Control} */ (one),
  );
}

/**
 * Say beside a control what is wrong with it, and remember it for the summary.
 *
 * @param {Element} control
 * @param {string} words
 */
function fault(control, words) {
  const shown = part(`${control.id}-fault`, HTMLElement);
  shown.textContent = words;
  shown.hidden = false;
  control.setAttribute("aria-invalid", "true");
  const label = form.querySelector(`label[for="${control.id}"]`)?.firstChild?.textContent ?? "";
  faults.push({ id: control.id, label: label.trim(), words });
}

/**
 * Give the text of an answer, after what can be told of any text.
 *
 * @param {Control} control
 * @param {string} [missing] what to say if there is none
 * @returns {string}
 */
function text(control, missing = "") {
  const given = answer(control);
  const limit = Number(control.dataset.limit);
  const odd = REFUSED.exec(given)?.[0].codePointAt(0);
  if (!given && missing) fault(control, missing);
  else if (odd !== undefined) {
    const code = odd.toString(16).toUpperCase().padStart(4, "0");
    fault(control, say("odd-character", { code }));
  } else if ([...given].length > limit) {
    fault(control, say("too-long", { n: [...given].length, limit }));
  }
  return given;
}

/**
 * @param {string} words
 * @returns {string} for comparing names
 */
function folded(words) {
  return words.normalize("NFC").trim().toLowerCase().replace(/\s+/gu, " ");
}

/**
 * Find what was typed among the known names.
 *
 * @param {Control} control
 * @returns {Named}
 */
function named(control) {
  const typed = answer(control);
  if (!typed) return { value: typed, option: undefined };
  const list = document.getElementById(control.getAttribute("list") ?? "");
  const option = [...(list?.querySelectorAll("option") ?? [])].find(
    (one) => folded(one.value) === folded(typed) || [one.dataset.id, one.dataset.url].includes(typed),
  );
  return { value: option?.dataset.id ?? typed, option };
}

/**
 * Give the ids or names of a question that asks for records.
 *
 * @param {string} name
 * @param {string} [missing]
 * @returns {Named[]}
 */
function records(name, missing = "") {
  return controls(name).flatMap((control, index) => {
    const typed = text(control, index ? "" : missing);
    if (!typed) return [];
    const found = named(control);
    if (!found.option && typed !== "unstated" && ID.test(typed)) {
      fault(control, say("no-such-id", { id: typed }));
    }
    return [found];
  });
}

/**
 * @param {Data[]} values
 * @returns {Data | undefined} one value as such, several as a list
 */
function oneOrList(values) {
  return values.length > 1 ? values : values[0];
}

/**
 * @param {string} name
 * @param {string} [missing]
 * @returns {string | undefined}
 */
function line(name, missing = "") {
  const [control] = controls(name);
  return control && text(control, missing) ? answer(control) : undefined;
}

/* The record */

/** @returns {Data | undefined} */
function source() {
  const isNew = part("add-which-new", HTMLInputElement).checked;
  const place = { locator: line("source.locator"), excerpt: line("source.excerpt") };
  if (!place.excerpt) remarks.push(say("no-excerpt"));
  else if (count(place.excerpt) > Number(form.dataset.words)) {
    remarks.push(say("long-excerpt", { n: count(place.excerpt), limit: form.dataset.words }));
  }
  if (!isNew) {
    const [control] = controls("source.id");
    const typed = control && text(control, say("pick-source"));
    if (!control || !typed) return undefined;
    const known = named(control);
    if (!known.option) fault(control, say("no-such-source"));
    return place.locator || place.excerpt ? { id: known.value, ...filled(place) } : known.value;
  }
  const own = {
    ...place,
    title: line("source.title", say("give-title")),
    publisher: records("source.publisher")[0]?.value,
    url: webAddress("source.url"),
    no_url: line("source.no_url"),
    published: line("source.published"),
    language: line("source.language"),
    archive_url: webAddress("source.archive_url"),
  };
  if (!own.url && !own.no_url) remarks.push(say("no-address"));
  if (own.url && !own.archive_url) remarks.push(say("no-copy"));
  if (!own.published) remarks.push(say("no-published"));
  const [language] = controls("source.language");
  if (language && own.language && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(own.language)) {
    fault(language, say("language"));
  }
  return filled(own);
}

/**
 * @param {string} name
 * @returns {string | undefined}
 */
function webAddress(name) {
  const given = line(name);
  const [control] = controls(name);
  if (!control || !given) return given;
  if (!WEB.test(given)) fault(control, say("address"));
  const known = [...document.querySelectorAll("#known-sources option")].find(
    (one) => one instanceof HTMLOptionElement && one.dataset.url === given,
  );
  if (name === "source.url" && known instanceof HTMLOptionElement) {
    fault(control, say("source-on-file", { title: known.value }));
  }
  return given;
}

/** @returns {Data | undefined} */
function about() {
  /** @type {[string, string][]} */
  const pairs = [];
  for (const entry of entries("about")) {
    const control = /** @type {HTMLInputElement} */ (entry.querySelector("input"));
    const select = /** @type {HTMLSelectElement} */ (entry.querySelector("select"));
    if (!text(control)) continue;
    const topic = named(control);
    if (!topic.option && ID.test(topic.value)) fault(control, say("no-such-topic", { id: topic.value }));
    if (pairs.some(([other]) => other === topic.value)) fault(control, say("topic-twice"));
    pairs.push([topic.value, topic.option ? select.value : ""]);
  }
  /** @type {(pair: [string, string]) => { [topic: string]: Data }} */
  const answered = ([topic, given]) => ({ [topic]: { answer: given, basis: "stated" } });
  if (!pairs.some(([, given]) => given)) return oneOrList(pairs.map(([topic]) => topic));
  if (pairs.every(([, given]) => given)) return Object.assign({}, ...pairs.map(answered));
  return pairs.map((pair) => (pair[1] ? answered(pair) : pair[0]));
}

/** @returns {Data | undefined} */
function relations() {
  /** @type {Data[]} */
  const found = [];
  for (const entry of entries("relations")) {
    const kind = /** @type {HTMLSelectElement} */ (entry.querySelector("select")).value;
    const control = /** @type {HTMLInputElement} */ (entry.querySelector("input"));
    if (!kind || !text(control, say("pick-claim"))) continue;
    const other = named(control);
    if (!other.option) fault(control, say("no-such-claim"));
    found.push({ [kind]: other.value });
  }
  return found.length ? found : undefined;
}

/**
 * @param {{ value: string, option: HTMLOptionElement | undefined }[]} speakers
 * @returns {string | undefined}
 */
function lane(speakers) {
  const select = document.getElementById("add-narrative");
  if (!(select instanceof HTMLSelectElement)) return undefined;
  const lanes = new Set(speakers.map((one) => one.option?.dataset.lane ?? ""));
  if (lanes.size > 1 && !select.value) fault(select, say("lanes-differ"));
  return select.value || undefined;
}

/**
 * Put the record together, its fields in the order of files.
 *
 * @returns {{ record: { [field: string]: Data }, speaker: string, words: string }}
 */
function answers() {
  const cited = source();
  const claim = line("claim", say("write-claim"));
  const speakers = records("by");
  const via = records("via");
  const date = line("date", say("write-date"));
  const said = line("said");
  const places = records("place", say("write-place"));
  const topics = about();
  const related = relations();
  const title = line("title");
  const narrative = lane(speakers);
  const kind = part("add-kind", HTMLSelectElement).value;
  if (related && !line("source.excerpt")) remarks.push(say("quote-relation"));
  return {
    record: filled({
      title,
      date,
      said,
      place: oneOrList(places.map((one) => one.value)),
      claim,
      kind: kind === "occurrence" ? undefined : kind,
      by: oneOrList(speakers.map((one) => one.value)),
      via: oneOrList(via.map((one) => one.value)),
      narrative,
      about: topics,
      relations: related,
      source: cited,
      tags: oneOrList(controls("tags").map((control) => text(control)).filter(Boolean)),
      note: line("note"),
    }),
    speaker: speakers[0]?.value ?? "",
    words: title ?? claim ?? "",
  };
}

/**
 * @param {{ [field: string]: Data | undefined }} fields
 * @returns {{ [field: string]: Data }} those that were answered
 */
function filled(fields) {
  /** @type {{ [field: string]: Data }} */
  const found = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== "") found[name] = value;
  return found;
}

/** @returns {Set<string>} ids that no new claim may have */
function taken() {
  const claims = [...document.querySelectorAll("#known-claims option")];
  return new Set([
    ...(form.dataset.taken ?? "").split(" "),
    ...claims.map((one) => /** @type {HTMLOptionElement} */ (one).dataset.id ?? ""),
  ]);
}

/* What is shown */

/** Take the answers, and show the file or what is wrong. */
function write() {
  clear();
  const { record, speaker, words } = answers();
  if (faults.length) {
    showFaults();
    return;
  }
  const text_ = yamlText(record, form.dataset.schema);
  const path = `content/events/${claimId(speaker, words, taken())}.yml`;
  file = { path, text: text_, goesAlong: false };
  part("add-path", HTMLElement).textContent = path;
  part("add-text", HTMLElement).textContent = text_;
  const list = part("add-remark-list", HTMLElement);
  list.replaceChildren(...remarks.map((words_) => make("li", "", words_)));
  part("add-remarks", HTMLElement).hidden = remarks.length === 0;
  offer();
  written.hidden = false;
  written.scrollIntoView();
  part("add-written-title", HTMLElement).focus();
}

/** Forget what was found the last time; the file is no longer what the answers say. */
function clear() {
  faults = [];
  remarks = [];
  for (const shown of form.querySelectorAll(".tl-ask__fault")) /** @type {HTMLElement} */ (shown).hidden = true;
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  part("add-faults", HTMLElement).hidden = true;
  part("add-status", HTMLElement).textContent = "";
  written.hidden = true;
}

/** List the faults above the form, each leading to its field. */
function showFaults() {
  const summary = part("add-faults", HTMLElement);
  const items = faults.map(({ id, label, words }) => {
    const link = make("a", "", `${label}: ${words}`);
    link.href = `#${id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      document.getElementById(id)?.focus();
    });
    return make("li", "", link);
  });
  const title = say("faults", { n: faults.length });
  summary.replaceChildren(make("p", "", title), make("ul", "", ...items));
  summary.hidden = false;
  summary.focus();
}

/** Lead to the code host and to a download of the file. */
function offer() {
  const download = part("add-download", HTMLAnchorElement);
  if (download.href.startsWith("blob:")) URL.revokeObjectURL(download.href);
  download.href = URL.createObjectURL(new Blob([file.text], { type: "application/yaml" }));
  download.download = file.path.split("/").at(-1) ?? "";
  const open = document.getElementById("add-open");
  if (!(open instanceof HTMLAnchorElement)) return;
  const { new: address, pathKey, textKey, longest } = form.dataset;
  const bare = `${address}?${pathKey}=${encodeURIComponent(file.path)}`;
  const whole = `${bare}&${textKey}=${encodeURIComponent(file.text)}`;
  file.goesAlong = Boolean(textKey) && whole.length <= Number(longest);
  open.href = file.goesAlong ? whole : bare;
  const tooLong = document.getElementById("add-too-long");
  if (tooLong) {
    tooLong.hidden = file.goesAlong;
    part("add-goes-along", HTMLElement).hidden = !file.goesAlong;
  }
}

/** Put the text of the file on the clipboard, and say whether it is there. */
async function copy() {
  const status = part("add-status", HTMLElement);
  try {
    await navigator.clipboard.writeText(file.text);
    status.textContent = say("copied");
  } catch {
    getSelection()?.selectAllChildren(part("add-text", HTMLElement));
    status.textContent = say("not-copied");
  }
}

/* Questions that change while they are answered */

/**
 * @param {string} name
 * @returns {HTMLElement[]}
 */
function entries(name) {
  return [...form.querySelectorAll(`[data-ask="${name}"] .tl-ask__entry`)].map((one) => /** @type {HTMLElement} */ (one));
}

/**
 * @param {string} words
 * @returns {number}
 */
function count(words) {
  return words.split(/\s+/u).filter(Boolean).length;
}

/**
 * Say beside a field what its answer is taken for.
 *
 * @param {Control} control
 */
function remark(control) {
  const note = document.getElementById(`${control.id}-note`);
  if (!note) return;
  const typed = answer(control);
  if (control.id === "add-date" || control.id === "add-said") {
    const isOpen = /^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?$/u.test(typed);
    note.textContent = isOpen ? say("day-and-month") : "";
  } else if (control.id === "add-source-excerpt") note.textContent = say("words-of", { n: count(typed), limit: form.dataset.words });
  else if (!typed || !control.getAttribute("list")) note.textContent = "";
  else {
    const { value, option } = named(control);
    note.textContent = option ? say("known-as", { id: value }) : typed === "unstated" ? "" : say("as-written");
  }
}

/**
 * Offer the answers of the topic that was named, or ask for the other claim once a relation is picked.
 *
 * @param {Element} entry
 */
function unfold(entry) {
  const select = entry.querySelector("select");
  const other = entry.querySelector("[data-other]");
  if (other instanceof HTMLElement && select) other.hidden = !select.value;
  const box = entry.querySelector("[data-answers]");
  const input = entry.querySelector("input");
  if (!(box instanceof HTMLElement) || !input || !select) return;
  const topic = named(input).option;
  /** @type {{ [id: string]: string }} */
  const known = JSON.parse(topic?.dataset.answers ?? "{}");
  const ids = Object.keys(known);
  box.hidden = ids.length === 0;
  if (box.dataset.of === (topic?.dataset.id ?? "")) return;
  box.dataset.of = topic?.dataset.id ?? "";
  select.replaceChildren(new Option(say("none"), ""), ...ids.map((id) => new Option(known[id], id)));
}

/**
 * Ask a question once more.
 *
 * @param {Element} question
 */
function another(question) {
  const all = [...question.querySelectorAll(".tl-ask__entry")];
  const [first] = all;
  const number = all.length + 1;
  if (!first) return;
  const copy_ = /** @type {HTMLElement} */ (first.cloneNode(true));
  for (const dropped of copy_.querySelectorAll(".tl-ask__help, .tl-ask__needed")) dropped.remove();
  for (const one of copy_.querySelectorAll("[id]")) one.id += `-${number}`;
  for (const shown of copy_.querySelectorAll(".tl-ask__fault, .tl-ask__note")) shown.textContent = "";
  for (const label of copy_.querySelectorAll("label")) {
    label.htmlFor += `-${number}`;
    label.append(` ${number}`);
  }
  for (const box of copy_.querySelectorAll("[data-answers]")) /** @type {HTMLElement} */ (box).dataset.of = "?";
  for (const one of copy_.querySelectorAll("input, textarea, select")) {
    const control = /** @type {Control} */ (one);
    control.value = "";
    control.removeAttribute("aria-required");
    control.removeAttribute("aria-invalid");
    const told = control.getAttribute("aria-describedby")?.split(" ") ?? [];
    const renamed = told.map((id) => (id.endsWith("-help") ? id : `${id}-${number}`));
    if (told.length) control.setAttribute("aria-describedby", renamed.join(" "));
  }
  all.at(-1)?.after(copy_);
  unfold(copy_);
  /** @type {HTMLElement | null} */ (copy_.querySelector("input, select"))?.focus();
}

/** Show the questions about the source that was chosen: one on file, or a new one. */
function chooseSource() {
  const isNew = part("add-which-new", HTMLInputElement).checked;
  part("add-known-source", HTMLElement).hidden = isNew;
  part("add-new-source", HTMLElement).hidden = !isNew;
}

/** Begin: from here on the form works, so it may be shown. */
function begin() {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    write();
  });
  form.addEventListener("input", (event) => {
    const control = /** @type {Control} */ (event.target);
    written.hidden = true;
    chooseSource();
    remark(control);
    const entry = control.closest(".tl-ask__entry");
    if (entry) unfold(entry);
  });
  form.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-another]");
    if (button?.parentElement) another(button.parentElement);
  });
  part("add-copy", HTMLButtonElement).addEventListener("click", copy);
  document.getElementById("add-open")?.addEventListener("click", () => {
    if (!file.goesAlong) void copy();
  });
  if (!document.querySelector("#known-sources option")) part("add-which-new", HTMLInputElement).checked = true;
  chooseSource();
  for (const name of ["about", "relations"]) entries(name).forEach(unfold);
  part("add-no-script", HTMLElement).hidden = true;
  form.hidden = false;
}

begin();
