// Wording of a draft that has been used before: where, and first when.

import { count, date, fill, h, marked } from './dom.js';
import { factLine } from './similar-hits.js';
import { url } from './state.js';

/** The wordings, each with its uses. */
export function reusedWordings(state, page) {
  if (page.wordings.length === 0) return h('p', { class: 'quiet' }, '没有找到与其他文件逐字相同的语句（各类公文通用的语句不计）。');
  return h('ol', { class: 'wordings' }, page.wordings.map(wording => h('li', { class: 'hit' },
    h('p', { class: 'quote' }, h('mark', {}, wording.text)),
    h('p', { class: 'quiet' }, wording.firstSeen ? `最早见于 ${date(wording.firstSeen)}，` : '', `共有 ${count(wording.useCount)} 段用过：`),
    uses(state, wording))));
}

function uses(state, wording) {
  const few = 3;
  const place = h('ul', { class: 'uses' });
  const show = all => {
    const shown = all ? wording.uses : wording.uses.slice(0, few);
    fill(place, shown.map(use => h('li', {}, h('a', { href: url({ ...state, doc: use.id }), 'data-link': true }, use.title), factLine(use.facts),
      h('p', {}, use.passage.offset > 0 ? '…' : null, marked(use.passage.text, use.passage.matches)))),
    shown.length < wording.uses.length ? h('li', {}, h('button', { type: 'button', class: 'plain', onclick: () => show(true) }, `显示全部 ${count(wording.uses.length)} 处`)) : null);
  };
  show(false);
  return place;
}
