// @ts-check
/** Finding and making elements, with the types that a checker asks for. */

/**
 * @template {Element} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function one(within, selector, kind) {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${selector}`);
}

/**
 * @template {Element} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T[]}
 */
export function all(within, selector, kind) {
  return [...within.querySelectorAll(selector)].flatMap((each) => (each instanceof kind ? [each] : []));
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} css its class
 * @param {(Node | string)[]} inner
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(name, css, ...inner) {
  const made = document.createElement(name);
  if (css) made.className = css;
  made.append(...inner);
  return made;
}

/**
 * @param {string} words
 * @param {() => void} act
 * @param {string} [css]
 * @returns {HTMLButtonElement}
 */
export function button(words, act, css = "tl-link") {
  const made = make("button", css, words);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
