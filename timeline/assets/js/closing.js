// @ts-check
/**
 * What is said of claims that are not shown: that none is left and what to clear, and at the end of the timeline which ones a
 * moment or a span of time left out.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Filter} Filter
 * @typedef {import("./page.js").TimelinePage} TimelinePage
 */

import { button, make, one } from "./dom.js";
import { without } from "./state.js";

/**
 * @param {TimelinePage} page
 * @param {import("./across.js").Across | null} across what knows of claims on other pages
 * @param {() => State} now
 * @param {(next: State, by: string) => void} commit
 * @param {(shown: boolean) => void} showLater
 * @returns {(state: State, found: import("./visible.js").Found, withLater: boolean, counted: import("./visible.js").Claim[]) => void}
 */
export function closing(page, across, now, commit, showLater) {
  const { telling, data } = page;
  const empty = one(page.root, ".tl-empty", HTMLElement);
  const last = one(page.root, ".tl-closing", HTMLElement);

  const isPart = data.paged && data.claims.length > 0;

  return (state, found, withLater, counted) => {
    empty.replaceChildren(...(found.shown.length || !counted.length ? [] : whyEmpty(state, found)));
    empty.hidden = !empty.hasChildNodes();
    const notes = [];
    const areHere = counted === data.claims; // else there is nothing to show or to list
    if (found.unplaced.length) notes.push(areHere ? listed(found.unplaced) : said("unplaced", found.unplaced));
    if (found.later.length) {
      const act = button(telling.say(withLater ? "hide" : "show"), () => showLater(!withLater));
      act.dataset.later = "";
      notes.push(said("later", found.later, ...(areHere ? [act] : [])));
    }
    if (found.undated) notes.push(make("p", "", telling.say("undated", { n: found.undated })));
    const wasLater = document.activeElement instanceof HTMLElement && document.activeElement.dataset.later === "";
    last.replaceChildren(...notes);
    last.hidden = !notes.length;
    if (wasLater) /** @type {HTMLElement | null} */ (last.querySelector("[data-later]"))?.focus();
  };

  /**
   * @param {string} key
   * @param {number[]} claims
   * @param {HTMLElement[]} act
   * @returns {HTMLElement} a note that counts them
   */
  function said(key, claims, ...act) {
    return make("p", "", `${telling.say(key, { n: claims.length })} `, ...act);
  }

  /**
   * @param {number[]} claims
   * @returns {HTMLElement} a note with the list that it opens
   */
  function listed(claims) {
    const list = make("ul", "");
    list.hidden = true;
    for (const number of claims) {
      const claim = data.claims[number - 1];
      const article = page.articles[number - 1];
      const link = make("a", "", article?.getAttribute("aria-label") ?? claim?.id ?? "");
      link.href = article?.querySelector(".tl-permalink")?.getAttribute("href") ?? "";
      const text = article?.querySelector(".tl-claim__text")?.textContent ?? "";
      list.append(make("li", "", link, `: ${text}`));
    }
    const opener = button(telling.say("list"), () => {
      list.hidden = !list.hidden;
      opener.setAttribute("aria-expanded", `${!list.hidden}`);
      opener.textContent = telling.say(list.hidden ? "list" : "unlist");
    });
    opener.setAttribute("aria-expanded", "false");
    return make("div", "", said("unplaced", claims, opener), list);
  }

  /**
   * @param {State} state
   * @param {import("./visible.js").Found} found
   * @returns {(Node | string)[]}
   */
  function whyEmpty(state, found) {
    if (found.possible.size) {
      const first = data.claims.map((claim) => claim.said[0]).reduce(earlier, null);
      const words = [telling.say(isPart ? "across-before" : "before")];
      if (first && !data.paged && found.possible.size === data.claims.length && state.asof <= first) {
        words.push(telling.say("before-first", { date: telling.day(first) }));
      }
      return [words.join(" ")];
    }
    const filter = state.order.filter((each) => each !== "asof").at(-1);
    if (!filter) return [];
    const clear = button(lastOne(state, filter), () => {
      commit(without(now(), filter), filter);
      page.heads.scrollIntoView({ block: "nearest" });
    });
    return [`${telling.say(isPart ? "across-empty" : "empty")} `, clear];
  }

  /**
   * @param {State} state
   * @param {Filter} filter the one that was set last
   * @returns {string}
   */
  function lastOne(state, filter) {
    if (filter === "disputed") {
      return telling.say("empty-disputed", { chip: page.root.querySelector(".tl-chip__disputed")?.childNodes[2]?.textContent?.trim() ?? "" });
    }
    if (filter === "time" || filter === "asof") {
      const axis = page.root.querySelector(".tl-strip [data-from]");
      const from = telling.moment(state.from || axis?.getAttribute("data-from") || "");
      return telling.say("empty-time", { from, to: telling.moment(state.to || axis?.getAttribute("data-to") || "") });
    }
    const chip = (across?.whole ?? data).chips[filter];
    const values = state.chosen[filter].map((id) => chip?.names[chip.ids.indexOf(id)] ?? id);
    return telling.say("empty-last", { chip: chip?.label ?? filter, values: values.join(", ") });
  }
}

/**
 * @param {string | null} one
 * @param {string | null} other
 * @returns {string | null} the earlier of two moments
 */
function earlier(one, other) {
  if (one === null || other === null) return one ?? other;
  return other < one ? other : one;
}
