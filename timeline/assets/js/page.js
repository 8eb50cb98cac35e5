// @ts-check
/**
 * The timeline on the page: shows the claims that are found, and lets all counts follow.
 *
 * What has nothing left disappears: rows, days. A row that keeps a claim keeps its heading, and a cell of it says how many of
 * its claims are not shown, so that nobody takes it for one in which nothing is recorded.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Key} Key
 * @typedef {import("./visible.js").Claim} Claim
 * @typedef {import("./visible.js").Found} Found
 *
 * @typedef {object} Data what the page holds for its scripts
 * @property {string} language
 * @property {string} direction of its script
 * @property {Partial<Record<Key, { label: string, ids: string[], names: string[] }>>} chips
 * @property {{ id: string, short: string }[]} lanes
 * @property {Claim[]} claims those that stand on the page, in time order
 * @property {{ pages?: number[], sizes: Partial<Record<Key, number>> }} [paged] where the page stands among those of a large
 *   timeline, and how many values each chip has in all
 * @property {string[]} months
 * @property {string} pattern
 * @property {Record<string, import("./telling.js").Message>} words
 *
 * @typedef {object} Cell
 * @property {HTMLElement} element
 * @property {number[]} claims numbers of the claims that stand in it or are named in it
 *
 * @typedef {object} Row
 * @property {HTMLElement} element
 * @property {Cell[]} cells by lane
 *
 * @typedef {object} Group
 * @property {HTMLElement} element
 * @property {Row[]} rows
 */

import { all, make, one } from "./dom.js";

export class TimelinePage {
  /**
   * @param {HTMLElement} root
   * @param {Data} data
   * @param {import("./telling.js").Telling} telling
   */
  constructor(root, data, telling) {
    this.root = root;
    this.data = data;
    this.telling = telling;
    /** @type {Map<string, number>} */
    this.numbers = new Map(data.claims.map((claim, index) => [claim.id, index + 1]));
    this.articles = data.claims.map((claim) => document.getElementById(`c-${claim.id}`));
    /** @type {Group[]} */
    this.groups = all(root, ".tl-group", HTMLElement).map((element) => ({
      element,
      rows: all(element, ".tl-row", HTMLElement).map((row) => this.readRow(row)),
    }));
    this.heads = one(root, ".tl-heads", HTMLElement);
    this.heading = one(this.heads, ".tl-heads__count", HTMLElement);
    this.wholeCount = [...this.heading.childNodes].map((node) => node.cloneNode(true));
    this.headOf = all(this.heads, ".tl-head", HTMLElement);
    this.marks = all(root, ".tl-strip [data-c]", SVGElement).map((mark) => ({
      mark,
      claims: (mark.getAttribute("data-c") ?? "").split(" ").map(Number),
    }));
    /** @type {Map<Element, string>} what an element says while everything is shown */
    this.whole = new Map();
    this.arranged = data.lanes.map((_, lane) => lane);
    /** The class of each lane's colour. */
    this.slots = this.headOf.map((head) => [...head.classList].find((name) => name.startsWith("tl-slot-")) ?? "");
    this.columns = document.querySelector('link[href*="columns.css"]');
    this.columnsFrom = this.columns?.getAttribute("media") ?? "";
  }

  /**
   * @param {HTMLElement} element
   * @returns {Row}
   */
  readRow(element) {
    const cells = all(element, ":scope > .tl-cell", HTMLElement).map((cell) => ({
      element: cell,
      claims: all(cell, ".tl-claim, .tl-reference a[href^='#c-']", HTMLElement)
        .map((each) => this.numbers.get((each.getAttribute("href")?.slice(1) ?? each.id).slice(2)) ?? 0)
        .filter((number) => number > 0),
    }));
    return { element, cells };
  }

  /**
   * @param {State} state
   * @param {Found} found
   * @param {boolean} withLater whether claims that were made later are shown, too
   * @param {Claim[]} counted the claims of which `found` tells: those of this page, or all where none stand on it
   * @param {Found | null} drawn the same of all claims, which the overview draws; nothing where it is not known yet
   */
  show(state, found, withLater, counted, drawn) {
    const shown = new Set([...found.shown, ...(withLater ? found.later : [])]);
    this.arrange(state.lanes);
    for (const [index, article] of this.articles.entries()) {
      if (!article) continue;
      const told = found.possible.get(index + 1);
      article.hidden = !shown.has(index + 1);
      article.classList.toggle("tl-claim--perhaps", told === "perhaps");
      article.classList.toggle("tl-claim--later", told === "later");
      note(article, ".tl-claim__meta", "tl-later", told === "later" ? this.telling.say("said-later") : "");
    }
    for (const group of this.groups) this.showGroup(group, shown, found, state.asof);
    const marked = new Set(drawn && [...drawn.shown, ...(withLater ? drawn.later : [])]);
    for (const { mark, claims } of drawn ? this.marks : []) {
      mark.classList.toggle("tl-out", !claims.some((claim) => marked.has(claim)));
      mark.classList.toggle("tl-maybe", claims.every((claim) => drawn?.possible.get(claim) === "perhaps"));
    }
    if (counted.length || !state.order.length) this.count(state, found, shown, counted);
  }

  /**
   * @param {Group} group
   * @param {Set<number>} shown
   * @param {Found} found
   * @param {string} asof
   */
  showGroup(group, shown, found, asof) {
    let all_ = 0;
    let some = 0;
    for (const row of group.rows) {
      const own = row.cells.flatMap((cell) => cell.claims.filter((claim) => this.standsIn(claim, row.element)));
      const kept = own.filter((claim) => shown.has(claim));
      all_ += own.length;
      some += kept.length;
      const shownCells = this.arranged.map((lane) => row.cells[lane]);
      row.element.hidden = !shownCells.some((cell) => cell?.claims.some((claim) => kept.includes(claim)));
      if (!row.element.hidden) this.showRow(row, kept, shown, found, asof);
    }
    group.element.hidden = group.rows.every((row) => row.element.hidden);
    const words = this.telling.say("group-some", { k: some, n: all_ });
    this.write(group.element.querySelector(".tl-group__count"), some < all_ ? words : null);
  }

  /**
   * @param {Row} row
   * @param {number[]} kept the claims that stand in it and are shown
   * @param {Set<number>} shown
   * @param {Found} found
   * @param {string} asof
   */
  showRow(row, kept, shown, found, asof) {
    const { telling } = this;
    let isWhole = true;
    const counts = this.arranged.map((lane) => {
      const claims = row.cells[lane]?.claims ?? [];
      const some = claims.filter((claim) => shown.has(claim)).length;
      if (some < claims.length) isWhole = false;
      const values = { k: some, n: claims.length, lane: this.data.lanes[lane]?.short ?? "" };
      return telling.say(some < claims.length ? "row-some" : "row-all", values);
    });
    isWhole &&= this.isInOrder();
    this.write(row.element.querySelector(".tl-row__counts > span"), isWhole ? null : counts.join(" · "));
    const disputed = row.element.querySelector(".tl-row__disputed");
    if (disputed) disputed.toggleAttribute("hidden", !kept.some((claim) => this.data.claims[claim - 1]?.disputes));

    const perhaps = kept.filter((claim) => found.possible.get(claim) === "perhaps");
    const words = telling.say("may-fall", { time: asof.endsWith("T00:00") ? "24:00" : asof.slice(11) });
    const together = perhaps.length > 0 && perhaps.length === kept.length;
    note(row.element, ".tl-row__time", "tl-perhaps", together ? words : "");
    for (const claim of kept) {
      const article = this.articles[claim - 1];
      if (article) note(article, ".tl-claim__meta", "tl-perhaps", perhaps.includes(claim) && !together ? words : "");
    }
    for (const cell of row.cells) this.showCell(cell, shown);
    this.setDiscs(row, shown);
  }

  /**
   * @param {Cell} cell
   * @param {Set<number>} shown
   */
  showCell(cell, shown) {
    const { element, claims } = cell;
    const left = claims.filter((claim) => shown.has(claim)).length;
    for (const reference of all(element, ".tl-reference", HTMLElement)) {
      const id = reference.querySelector("a[href^='#c-']")?.getAttribute("href")?.slice(3) ?? "";
      reference.hidden = !shown.has(this.numbers.get(id) ?? 0);
    }
    const fold = element.querySelector(".tl-more");
    if (fold) {
      const folded = all(fold, ".tl-claim", HTMLElement);
      const some = folded.filter((article) => !article.hidden).length;
      fold.toggleAttribute("hidden", some === 0);
      this.write(fold.querySelector("summary"), some < folded.length ? this.telling.say("more", { n: some }) : null);
    }
    element.classList.toggle("tl-cell--none", claims.length > 0 && left === 0);
    const hidden = claims.length - left;
    note(element, "", "tl-not-shown", hidden ? this.telling.say("hidden", { n: hidden }) : "");
  }

  /**
   * Set the disc between neighbouring cells of which one disputes the other.
   *
   * @param {Row} row
   * @param {Set<number>} shown
   */
  setDiscs(row, shown) {
    const cells = this.arranged.map((lane) => row.cells[lane]);
    for (const [place, cell] of cells.entries()) {
      const own = cell?.claims.filter((claim) => shown.has(claim)) ?? [];
      const next = cells[place + 1]?.claims.filter((claim) => shown.has(claim)) ?? [];
      const isDisputed = own.some((mine) =>
        next.some(
          (theirs) =>
            this.data.claims[mine - 1]?.disputes?.includes(theirs) || this.data.claims[theirs - 1]?.disputes?.includes(mine),
        ),
      );
      const disc = cell?.element.querySelector(":scope > .tl-disc");
      if (isDisputed && !disc) cell?.element.append(this.newDisc());
      disc?.classList.toggle("tl-gone", !isDisputed);
    }
  }

  /** @returns {Node} */
  newDisc() {
    const model = one(this.root, ".tl-disc, .tl-mark--disputes", SVGElement);
    const made = /** @type {SVGElement} */ (model.cloneNode(true));
    made.setAttribute("class", "tl-disc");
    for (const side of ["width", "height"]) made.setAttribute(side, "23");
    return made;
  }

  /**
   * Let the lanes stand in an order, those that are not named disappear.
   *
   * @param {string[]} ids none for all of them, as the page has them
   */
  arrange(ids) {
    const all_ = this.data.lanes.map((_, lane) => lane);
    const named = ids.map((id) => this.data.lanes.findIndex((lane) => lane.id === id)).filter((lane) => lane >= 0);
    const arranged = named.length > 1 ? named : all_; // one lane alone is still being compared with nothing
    if (arranged.join() === this.arranged.join()) return;
    this.arranged = arranged;
    this.place(this.heads, this.headOf);
    for (const group of this.groups) {
      for (const row of group.rows) this.place(row.element, row.cells.map((cell) => cell.element));
    }
    const compared = arranged.length < all_.length;
    this.root.classList.toggle("tl-compared", compared);
    // With fewer lanes each column has room enough on a narrower page.
    this.columns?.setAttribute("media", compared && arranged.length < 5 ? "print, (min-width: 60em)" : this.columnsFrom);
  }

  /**
   * @param {HTMLElement} within
   * @param {HTMLElement[]} byLane
   */
  place(within, byLane) {
    for (const [lane, element] of byLane.entries()) element.hidden = !this.arranged.includes(lane);
    const last = byLane.reduce((one_, other) =>
      one_.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? other : one_,
    );
    const after = last.nextSibling;
    const hidden = byLane.filter((element) => element.hidden);
    for (const element of [...this.arranged.map((lane) => byLane[lane]), ...hidden]) {
      if (element) within.insertBefore(element, after);
    }
    within.className = within.className.replace(/tl-lanes-\d+/u, `tl-lanes-${this.arranged.length}`);
  }

  /** @returns {boolean} whether all lanes are shown as the page has them */
  isInOrder() {
    return this.arranged.length === this.data.lanes.length && this.arranged.every((lane, place) => lane === place);
  }

  /**
   * @param {number} claim
   * @param {HTMLElement} row
   * @returns {boolean} whether it stands in the row, and is not only named there
   */
  standsIn(claim, row) {
    const article = this.articles[claim - 1];
    return article !== null && article !== undefined && row.contains(article);
  }

  /**
   * Count in the heads of the lanes.
   *
   * @param {State} state
   * @param {Found} found
   * @param {Set<number>} shown
   * @param {Claim[]} counted
   */
  count(state, found, shown, counted) {
    const { telling, data } = this;
    const elsewhere = counted !== data.claims;
    const isWhole = shown.size === counted.length && !state.asof && this.isInOrder();
    this.root.classList.toggle("tl-filtered", !isWhole);
    const of = state.asof
      ? telling.say("of-possible", { n: found.possible.size })
      : telling.say(elsewhere ? "across-of" : "of", { n: counted.length });
    const lanes = telling.say("of-lanes", { k: this.arranged.length, n: data.lanes.length });
    const some = this.arranged.length < data.lanes.length;
    // What stands in a column that is not shown is not shown either.
    const n = found.shown.filter((claim) => counted[claim - 1]?.lane?.some((lane) => this.arranged.includes(lane))).length;
    const main = make("b", "", telling.say("shown", { n }));
    const nodes = isWhole ? this.wholeCount.map((node) => node.cloneNode(true)) : [main, " ", make("span", "", of), ...(some ? [" ", make("span", "", lanes)] : [])];
    this.heading.replaceChildren(...nodes);
    for (const [lane, head] of this.headOf.entries()) {
      const n = counted.filter((claim) => claim.lane?.includes(lane)).length;
      const k = found.shown.filter((claim) => counted[claim - 1]?.lane?.includes(lane)).length;
      this.write(head.querySelector(".tl-head__count"), k < n || state.asof ? telling.say("lane-some", { k, n }) : null);
    }
  }

  /**
   * Write words where the page has others while everything is shown.
   *
   * @param {Element | null} element
   * @param {string | null} words none for those of the page
   */
  write(element, words) {
    if (!element) return;
    if (!this.whole.has(element)) this.whole.set(element, element.textContent ?? "");
    const next = words ?? this.whole.get(element) ?? "";
    if (element.textContent !== next) element.textContent = next;
  }
}

/**
 * Put a note into an element, or take it away.
 *
 * @param {HTMLElement} within
 * @param {string} selector of the part that holds it; nothing for the element itself
 * @param {string} css
 * @param {string} words nothing for none
 */
function note(within, selector, css, words) {
  const holder = selector ? within.querySelector(selector) : within;
  const there = holder?.querySelector(`:scope > .${css}`);
  if (!words) there?.remove();
  else if (there) there.textContent = words;
  else holder?.append(make("small", css, words));
}
