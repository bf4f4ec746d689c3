// Pages as links, so that they can be opened in a tab of their own.

import { count, h } from './dom.js';
import { url } from './state.js';

/** Links to the pages around the current one; nothing when there is but one page. */
export function pager(state, page) {
  const last = Math.ceil(page.total / page.size);
  if (last <= 1) return null;
  const current = Math.min(page.page, last + 1);
  return h('nav', { class: 'pager', 'aria-label': '分页' }, h('ul', {},
    step(state, current - 1, '上一页', 'prev', current > 1),
    numbers(current, last).map(number => number === null ? h('li', { class: 'gap', 'aria-hidden': 'true' }, '…') : numbered(state, number, current)),
    step(state, current + 1, '下一页', 'next', current < last)));
}

/** First, last, and the neighbours of the current page; null stands for a gap. */
export function numbers(current, last) {
  const wanted = [...new Set([1, current - 2, current - 1, current, current + 1, current + 2, last])].filter(number => number >= 1 && number <= last).sort((a, b) => a - b);
  return wanted.flatMap((number, i) => i > 0 && number - wanted[i - 1] > 1 ? [null, number] : [number]);
}

function numbered(state, number, current) {
  const here = number === current;
  return h('li', {}, h('a', { href: url({ ...state, page: number }), 'data-link': true, 'aria-current': here ? 'page' : null, 'aria-label': `第 ${number} 页` }, count(number)));
}

function step(state, number, label, rel, possible) {
  return h('li', { class: 'step' }, possible
    ? h('a', { href: url({ ...state, page: number }), 'data-link': true, rel }, label)
    : h('span', { 'aria-disabled': 'true' }, label));
}
