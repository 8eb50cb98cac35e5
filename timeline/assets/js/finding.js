// @ts-check
/**
 * The search itself: an index and the words that somebody typed -> what is found, in groups, best first.
 *
 * No document and no network here. The index (timeline/pages/search_index.py) holds the words as people read them, and
 * every search reads all of it: a few thousand claims take a few milliseconds, and no stemmer has to know the language.
 * A typed word finds every word that begins with it. A claim is also found by all names of its speakers and places, in
 * whatever script, and by its topics, sources and lane.
 *
 * @typedef {[id: string, name: string, names: string[], detail: string]} IndexRecord
 * @typedef {{ folder: string, label: string, records: IndexRecord[] }} IndexGroup
 * @typedef {[id: string, title: string, text: string, when: string, lane: number, by: number[], places: number[], topics: number[], sources: number[]]} IndexClaim
 * @typedef {{ label: string, slot: number, points: string }} IndexLane
 * @typedef {{ words: Record<string, string>, lanes: IndexLane[], groups: Record<string, IndexGroup>, claims: IndexClaim[] }} Index
 * @typedef {{ address: string, name: string, detail: string[], text: string, lane?: IndexLane }} Found
 * @typedef {{ key: string, label: string, count: number, show: (first: number, last: number) => Found[] }} Group
 * @typedef {{ own: string, around: string, show: (terms: string[]) => Found }} Entry
 */

const WORD = /[\p{L}\p{M}\p{N}'’ʼ`׳״]+/gu;

/**
 * Scripts that put no blanks between words, or none behind articles and prepositions: there a typed word is found inside of
 * others too.
 */
const UNSPACED = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Letters that Unicode does not take apart, and those that are written in several ways. */
const ALIKE = new Map(
  Object.entries({ ł: "l", ø: "o", đ: "d", ı: "i", æ: "ae", œ: "oe", ß: "ss", ґ: "г", ς: "σ", ى: "ي", ی: "ي", ک: "ك", ة: "ه" }),
);

/**
 * A word in the form in which words are compared: small letters without accents, vowel signs or apostrophes. What is a
 * letter of its own stays one: й is not и, ї is not і, ў is not у; but ё is е, as it is mostly printed, and ґ is г, which not
 * every keyboard has.
 *
 * @param {string} word
 */
export function fold(word) {
  return word
    .toLowerCase()
    .normalize("NFKD")
    .replace(/(?<![иу])\u0306|(?<!і)\u0308|[^\P{M}\u0306\u0308]|['’ʼ`׳״\u0640]/gu, "")
    .replace(/[łøđıæœßґςىیکة]/gu, (letter) => ALIKE.get(letter) ?? letter);
}

/**
 * The words of a text, folded, each between blanks.
 *
 * @param {string} text
 */
function folded(text) {
  let all = "";
  for (const [word] of text.matchAll(WORD)) all += ` ${fold(word)}`;
  return `${all} `;
}

/** @param {string} query */
export const termsOf = (query) => folded(query).split(" ").filter(Boolean);

/**
 * Whether a text of words has one that begins with a term: 0 for no, 2 if it is the whole word, else 1.
 *
 * @param {string} words
 * @param {string} term
 */
function match(words, term) {
  if (!words.includes(` ${term}`) && !(UNSPACED.test(term) && words.includes(term))) return 0;
  return words.includes(` ${term} `) ? 2 : 1;
}

/**
 * The other names that somebody meant: for each word typed that the name itself does not have, the first that has it.
 *
 * @param {string} name
 * @param {string[]} others
 * @param {string[]} terms
 */
function otherNames(name, others, terms) {
  const words = folded(name);
  const missing = terms.filter((term) => !match(words, term));
  const meant = missing.map((term) => others.find((one) => match(folded(one), term)) ?? "");
  return [...new Set(meant)].filter(Boolean);
}

/**
 * A text in pieces, every other one of which is a word that begins with a term; from a little before the first of them
 * if the text is long.
 *
 * @param {string} text
 * @param {string[]} terms
 * @param {number} [longest] in UTF-16 code units
 * @returns {string[]}
 */
export function marked(text, terms, longest = 170) {
  const pieces = [""];
  let at = 0;
  for (const found of text.matchAll(WORD)) {
    const word = fold(found[0]);
    if (!terms.some((term) => word.startsWith(term) || (UNSPACED.test(term) && word.includes(term)))) continue;
    if (pieces.length === 1 && text.length > longest && found.index > 60) {
      at = Math.min(text.indexOf(" ", found.index - 50) + 1 || found.index, found.index);
      pieces[0] = "… ";
    }
    if (pieces.join("").length + found.index - at > longest) break;
    pieces[pieces.length - 1] += text.slice(at, found.index);
    pieces.push(found[0], "");
    at = found.index + found[0].length;
  }
  const shown = pieces.join("").length;
  const rest = text.slice(at);
  const room = Math.max(longest - shown, 20);
  const cut = rest.length > room ? rest.lastIndexOf(" ", room) : rest.length;
  pieces[pieces.length - 1] += cut < rest.length ? `${rest.slice(0, Math.max(cut, 0))} …` : rest;
  return pieces;
}

/**
 * Prepare an index for searching.
 *
 * @param {Index} index
 * @returns {(query: string) => { groups: Group[], terms: string[] }}
 */
export function searcher(index) {
  const { groups, claims, lanes, words } = index;
  /** @type {Record<string, string[]>} */
  const names = {};
  /** @type {[key: string, label: string, entries: Entry[]][]} */
  const all = Object.entries(groups).map(([key, { folder, label, records }]) => {
    names[key] = records.map(([, name, others]) => folded([name, ...others].join(" ")));
    return [
      key,
      label,
      records.map(([id, name, others, detail], number) => ({
        own: names[key][number],
        around: folded(detail),
        show: (terms) => ({
          address: folder ? `${folder}/${id}/` : id,
          name,
          detail: [...otherNames(name, others, terms), detail].filter(Boolean),
          text: "",
        }),
      })),
    ];
  });
  /**
   * The names of records, each with those of its other names by which it was found.
   *
   * @param {string} key
   * @param {number[]} numbers
   * @param {string[]} terms
   */
  const called = (key, numbers, terms) =>
    numbers
      .map((number) => {
        const [, name, others] = groups[key].records[number];
        const by = otherNames(name, others, terms);
        return by.length ? `${name} (${by.join(", ")})` : name;
      })
      .join(", ");
  /** @param {string} key @param {number[]} numbers */
  const gathered = (key, numbers) => numbers.map((number) => names[key][number]).join("");
  const known = lanes.map((lane) => folded(lane.label));
  const entries = claims.map(([id, title, text, when, lane, by, places, topics, sources]) => ({
    own: folded(title ? `${title} ${text}` : text),
    around: `${gathered("speakers", by)}${gathered("places", places)}${gathered("topics", topics)}${gathered("sources", sources)}${known[lane] ?? ""}${folded(when)}`,
    /** @param {string[]} terms @returns {Found} */
    show: (terms) => ({
      address: `c/${id}/`,
      name: title || text,
      text: title ? text : "",
      detail: [called("speakers", by, terms) || words.nobody, when, called("places", places, terms)].filter(Boolean),
      lane: lanes[lane],
    }),
  }));
  all.splice(all.findIndex(([key]) => key === "pages"), 0, ["claims", words.claims, entries]);

  /** @param {string[]} terms @returns {Group[]} */
  function find(terms) {
    return all.map(([key, label, inside]) => {
      /** @type {[score: number, entry: Entry][]} */
      const hits = [];
      for (const entry of inside) {
        let score = 0;
        for (const term of terms) {
          const own = match(entry.own, term);
          const here = own ? own + 2 : Math.min(match(entry.around, term), 1);
          score = here ? score + here : 0;
          if (!here) break;
        }
        if (score) hits.push([score + (entry.own.startsWith(` ${terms[0]}`) ? 1 : 0), entry]);
      }
      hits.sort(([one], [other]) => other - one); // stable: what is alike stays in the order of the index
      return { key, label, count: hits.length, show: (first, last) => hits.slice(first, last).map(([, entry]) => entry.show(terms)) };
    });
  }

  return (query) => {
    let terms = termsOf(query);
    let found = terms.length ? find(terms) : [];
    // Nothing: perhaps the word was typed with another ending.
    for (let cut = 1; cut < 3 && terms.length && !found.some((group) => group.count); cut += 1) {
      const shorter = termsOf(query).map((term) => (term.length > 3 + cut ? term.slice(0, -cut) : term));
      found = find(shorter);
      if (found.some((group) => group.count)) terms = shorter;
    }
    return { groups: found.filter((group) => group.count), terms };
  };
}
