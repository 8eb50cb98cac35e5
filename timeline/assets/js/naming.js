// @ts-check
/**
 * A file name from a claim: the id that a new record gets.
 *
 * The rules stand in timeline/contribute/naming.py, and tests/contribute/id_cases.json holds both to the same ids.
 */

/** Characters of a made id. */
const LONGEST = 60;

/** Words that mean something else where an id stands, and device names of Windows. */
const RESERVED = /^(?:unstated|said|no-side-given|index|con|prn|aux|nul|com[0-9]|lpt[0-9])$/u;

/**
 * How letters are written that have no accent to take off. Each letter of the first text is written by the one below it.
 *
 * @type {Map<string, string>}
 */
const LETTERS = new Map([
  ...pairs("абвгґдезиійклмнопрстуфыэєё", "abvggdeziiiklmnoprstufyeee"),
  ...pairs("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo"),
  ...pairs("łđðıħўјќѓ", "lddihujkg"),
  ...Object.entries({ ж: "zh", ї: "i", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ю: "yu", я: "ya" }),
  ...Object.entries({ ъ: "", ь: "", ђ: "dj", ѕ: "dz", љ: "lj", њ: "nj", ћ: "c", џ: "dz" }),
  ...Object.entries({ θ: "th", χ: "ch", ψ: "ps", ß: "ss", æ: "ae", œ: "oe", ø: "o", þ: "th" }),
  ...pairs("'’ʼ‘`´", ""),
]);

/**
 * Make the id of a claim: its first speaker, unless the words begin with it, and its title or the claim itself.
 *
 * @param {string} speaker
 * @param {string} words
 * @param {Set<string>} taken ids, old ones too, that other claims have
 * @returns {string}
 */
export function claimId(speaker, words, taken) {
  const lead = latinWords(speaker);
  const rest = latinWords(words);
  const isLed = lead.every((word, index) => rest[index] === word);
  return idFrom((isLed ? rest : [...lead, ...rest]).join(" "), taken);
}

/**
 * Make an id.
 *
 * @param {string} text the words that name the record
 * @param {Set<string>} taken
 * @returns {string}
 */
export function idFrom(text, taken) {
  let name = "";
  for (const word of latinWords(text)) {
    const longer = name ? `${name}-${word}` : word.slice(0, LONGEST);
    if (longer.length > LONGEST) break;
    name = longer;
  }
  name ||= "claim";
  if (RESERVED.test(name)) name += "-1";
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`;
  return free;
}

/**
 * @param {string} text
 * @returns {string[]} its words as an id can hold them
 */
export function latinWords(text) {
  const apart = latin(text.normalize("NFC").toLowerCase()).normalize("NFKD");
  return latin(apart.replace(/\p{Mn}/gu, "").toLowerCase()).match(/[a-z0-9]+/gu) ?? [];
}

/**
 * @param {string} text
 * @returns {string}
 */
function latin(text) {
  return [...text].map((char) => LETTERS.get(char) ?? char).join("");
}

/**
 * @param {string} letters
 * @param {string} written
 * @returns {[string, string][]}
 */
function pairs(letters, written) {
  return [...letters].map((letter, index) => [letter, written[index] ?? ""]);
}
