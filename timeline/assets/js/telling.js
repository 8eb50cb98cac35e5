// @ts-check
/**
 * The words of the page, put together: messages with their values, counts, dates. The words themselves stand in the page.
 *
 * @typedef {string | Record<string, string>} Message a text, or texts by CLDR's plural categories
 */

const LEFT = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

export class Telling {
  /**
   * @param {{ language: string, direction: string, words: Record<string, Message>, months: string[], pattern: string }} data
   */
  constructor(data) {
    this.words = data.words;
    this.months = data.months;
    this.pattern = data.pattern;
    this.plural = new Intl.PluralRules(data.language);
    this.language = data.language;
    this.other = data.direction === "rtl" ? LEFT : RIGHT;
  }

  /**
   * Say a message; one that counts, in the form that `n` takes.
   *
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   * @returns {string}
   */
  say(key, values = {}) {
    const message = this.words[key] ?? key;
    const category = this.plural.select(Number(values.n ?? 0));
    const text = typeof message === "string" ? message : (message[category] ?? message.other ?? key);
    return text.replace(/\{(\w+)\}/gu, (_, name) => this.apart(this.number(values[name] ?? "")));
  }

  /**
   * Keep a value that runs the other way from mixing with the words around it, as Unicode has it for plain text.
   *
   * @param {string} value
   * @returns {string}
   */
  apart(value) {
    return this.other.test(value) ? `\u2068${value}\u2069` : value;
  }

  /**
   * @param {string | number} value
   * @returns {string} a large number with the signs of the language
   */
  number(value) {
    return typeof value === "number" && value >= 1000 ? new Intl.NumberFormat(this.language).format(value) : `${value}`;
  }

  /**
   * Write a moment; midnight is the end of the day before, since a moment ends what may have been said.
   *
   * @param {string} moment
   * @returns {string}
   */
  moment(moment) {
    const time = moment.slice(11);
    if (time !== "00:00") return this.say("moment", { date: this.day(moment), time });
    return this.say("moment", { date: this.day(shifted(moment, -1)), time: "24:00" });
  }

  /**
   * @param {string} moment
   * @returns {string} its day, by the pattern that CLDR has for the language
   */
  day(moment) {
    const [year = 0, month = 0, day = 0] = moment.slice(0, 10).split("-").map(Number);
    return this.pattern.replace(/'([^']*)'|M+|d+|y+/gu, (found, words) => {
      if (words !== undefined) return words;
      if (found.startsWith("M")) return this.months[month - 1] ?? "";
      return `${found.startsWith("d") ? day : year}`;
    });
  }
}

/**
 * @param {string} moment
 * @param {number} minutes
 * @returns {string} the moment so many minutes later
 */
export function shifted(moment, minutes) {
  return written(new Date(`${moment}Z`).getTime() + minutes * 60_000);
}

/**
 * @param {number} time milliseconds
 * @returns {string} a moment to the minute
 */
export function written(time) {
  return new Date(time).toISOString().slice(0, 16);
}
