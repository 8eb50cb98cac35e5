// @ts-check
/**
 * A record as plain data -> the text of its YAML file.
 *
 * The rules stand in timeline/contribute/writing.py, and tests/contribute/yaml_cases.json holds both to the same text.
 * Numbers in parentheses below are those of the rules.
 *
 * @typedef {string | number | boolean} Scalar
 * @typedef {Scalar | unknown[] | Fields} Data a list holds data again, which a type written in a comment cannot say of itself
 * @typedef {{ [field: string]: Data }} Fields
 */

/** Columns of a line, in code points. */
const WIDTH = 100;

const BLANK = " \\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000\\ufeff";
const EDGE = new RegExp(`^[${BLANK}]|[${BLANK}]$`, "u");
const BLANK_ALONE = new RegExp(`^[${BLANK}]$`, "u");
const SPECIAL = /^(?:[-?:,[\]{}#&*!|>'"%@`]|\.\.\.)|:(?: |$)| #|[\x00-\x1f\x7f-\x9f]/u;
const WORDS = /^(?:null|~|true|false|yes|no|on|off|y|n|[-+]?\.inf|\.nan|=|<<)$/iu;
const NUMBER = /^(?:[-+]?[0-9.][0-9_.:]*(?:[eE][-+]?[0-9_]*)?|[-+]?0[xXoObB][0-9a-fA-F_]+)$/u;
const DAY = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][^\n]*)?$/u;
const LITERAL = new RegExp(`^(?![${BLANK}\\n])[^\\t]*\\n[^\\t]*$`, "u");
const CONTROL = /[\x00-\x1f\x7f-\x9f]/u;
const ESCAPED = /[\\"\x00-\x1f\x7f-\x9f]/gu;

/**
 * Write a record.
 *
 * @param {Fields} data its fields, in order
 * @param {string} [schema] address of the JSON Schema that editors are to check the file against
 * @returns {string}
 */
export function yamlText(data, schema = "") {
  const lines = schema ? [`# yaml-language-server: $schema=${schema}`] : [];
  lines.push(...(Object.keys(data).length ? mapping(data, 0) : ["{}"]));
  return `${lines.join("\n")}\n`;
}

/**
 * The entries of a mapping (2), every line with its indentation.
 *
 * @param {Fields} data
 * @param {number} level
 * @returns {string[]}
 */
function mapping(data, level) {
  return Object.entries(data).flatMap(([name, value]) => {
    const lead = `${"  ".repeat(level)}${oneLine(name.normalize("NFC"))}:`;
    return isFilled(value) ? [lead, ...collection(value, level + 1)] : scalar(`${lead} `, value, level + 1);
  });
}

/**
 * The items of a list (3), which are data; what an item holds starts behind its hyphen.
 *
 * @param {unknown[]} items
 * @param {number} level
 * @returns {string[]}
 */
function sequence(items, level) {
  return items.flatMap((each) => {
    const item = /** @type {Data} */ (each);
    const lead = `${"  ".repeat(level)}- `;
    if (!isFilled(item)) return scalar(lead, item, level + 1);
    const [first = "", ...others] = collection(item, level + 1);
    return [lead + first.slice(lead.length), ...others];
  });
}

/**
 * @param {Data} value
 * @returns {value is unknown[] | Fields} whether it is a mapping or list with something in it
 */
function isFilled(value) {
  return typeof value === "object" && Object.keys(value).length > 0;
}

/**
 * @param {unknown[] | Fields} value
 * @param {number} level
 * @returns {string[]}
 */
function collection(value, level) {
  return Array.isArray(value) ? sequence(value, level) : mapping(value, level);
}

/**
 * A value that is no collection, or an empty one, behind its key or hyphen (4, 5); a block stands on `level`.
 *
 * @param {string} lead
 * @param {Data} value
 * @param {number} level
 * @returns {string[]}
 */
function scalar(lead, value, level) {
  if (typeof value === "string") return words(lead, value.normalize("NFC"), level);
  if (typeof value === "object") return [lead + (Array.isArray(value) ? "[]" : "{}")];
  return [lead + String(value)];
}

/**
 * A text in the form that suits it (5).
 *
 * @param {string} lead
 * @param {string} text
 * @param {number} level
 * @returns {string[]}
 */
function words(lead, text, level) {
  const indent = "  ".repeat(level);
  if (fitsLiteral(text)) {
    const lines = text.replace(/\n$/u, "").split("\n");
    return [lead + (text.endsWith("\n") ? "|" : "|-"), ...lines.map((line) => line && indent + line)];
  }
  const line = lead + oneLine(text);
  if (length(line) <= WIDTH || EDGE.test(text) || /[\n\t]/u.test(text)) return [line];
  const parts = breakable(text);
  return parts.length > 1 ? [`${lead}>-`, ...folded(parts, indent)] : [line];
}

/**
 * @param {string} text
 * @returns {boolean}
 */
function fitsLiteral(text) {
  return (
    LITERAL.test(text) &&
    !text.endsWith("\n\n") &&
    !text.split("\n").some((line) => BLANK_ALONE.test(line.slice(-1)))
  );
}

/**
 * Part a text at the spaces where a line may end: those between two characters that are no blanks.
 *
 * @param {string} text
 * @returns {string[]}
 */
function breakable(text) {
  /** @type {string[]} */
  const parts = [];
  let start = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + 1);
    if (before && after && !BLANK_ALONE.test(before) && !BLANK_ALONE.test(after)) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/**
 * Fill lines with as many words as go on them.
 *
 * @param {string[]} parts
 * @param {string} indent
 * @returns {string[]}
 */
function folded(parts, indent) {
  /** @type {string[]} */
  const lines = [];
  for (const word of parts) {
    const last = lines.at(-1);
    if (last !== undefined && length(last) + 1 + length(word) <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(indent + word);
  }
  return lines;
}

/**
 * A text bare, or in quotes where it needs them (6, 7).
 *
 * @param {string} text
 * @returns {string}
 */
function oneLine(text) {
  if (!needsQuotes(text)) return text;
  if (/["\\]/u.test(text) && !CONTROL.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replace(ESCAPED, escaped)}"`;
}

/**
 * @param {string} text
 * @returns {boolean} whether YAML would read a bare text as something else, or not at all
 */
function needsQuotes(text) {
  return !text || [EDGE, SPECIAL, WORDS, NUMBER, DAY].some((pattern) => pattern.test(text));
}

/**
 * @param {string} char
 * @returns {string}
 */
function escaped(char) {
  /** @type {{ [char: string]: string }} */
  const named = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t" };
  return named[char] ?? `\\x${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

/**
 * @param {string} text
 * @returns {number} its code points
 */
function length(text) {
  return [...text].length;
}
