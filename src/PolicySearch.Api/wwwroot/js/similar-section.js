// The section 相似答复 below a document: the first few, and the way to all.

import { announce, fill, h } from './dom.js';
import { similarHits } from './similar-hits.js';
import * as similar from './similar-api.js';
import { cleared, changed, url } from './state.js';

const FEW = 3;

/** The section; it fills itself when its answer comes, and says so when none does. */
export function similarSection({ state, signal }, one) {
  const all = cleared(changed(state, { q: '', sort: '', view: 'similar', of: one.id }));
  const place = h('div', {}, h('p', { class: 'quiet' }, '正在查找…'));
  load();
  return h('section', { class: 'similar-section', 'aria-labelledby': 'similar-title' }, h('h2', { id: 'similar-title' }, '相似答复'), place);

  async function load() {
    try {
      const page = await similar.similarTo(one.id, all, { size: FEW, facetSize: 1, signal });
      if (page.hits.length === 0) fill(place, h('p', { class: 'quiet' }, '没有找到相似的文件。'));
      else fill(place, similarHits(all, page, '本文'), h('div', { class: 'buttons' }, h('a', { class: 'button outline', href: url(all), 'data-link': true }, `查看全部 ${page.ranked} 项并筛选`)));
    } catch (error) {
      if (error.name === 'AbortError') return;
      fill(place, h('p', { class: 'quiet' }, `${error.title}。`, h('button', { type: 'button', class: 'plain', onclick: load }, '重试')));
      announce(error.title);
    }
  }
}
