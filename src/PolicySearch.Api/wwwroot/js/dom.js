// Builds elements. Text only ever becomes text nodes, so nothing that a document or a query holds can turn into markup.

/** An element: properties starting with "on" are listeners, `class`, `aria-*`, `data-*` and the like are attributes; false, null and undefined are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter(isContent));
  return element;
}

function isContent(child) {
  return child !== null && child !== undefined && child !== false && child !== '';
}

/** Text with its matches inside <mark>. */
export function marked(text, matches) {
  const parts = [];
  let done = 0;
  for (const { start, end } of matches) {
    parts.push(text.slice(done, start), h('mark', {}, text.slice(start, end)));
    done = end;
  }
  parts.push(text.slice(done));
  return parts.filter(isContent);
}

/** Replaces what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(isContent));
}

export const byId = id => document.getElementById(id);

/** Says something to screen readers; the same sentence twice is said twice. */
export function announce(message) {
  const live = byId('announce');
  live.textContent = '';
  setTimeout(() => { live.textContent = message; }, 60);
}

const numbers = new Intl.NumberFormat('zh-CN');

/** 12345 → 12,345 */
export const count = number => numbers.format(number);

/** 2024-08-08 → 2024年8月8日 */
export function date(iso) {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
