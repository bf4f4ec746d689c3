// The filters in force, each with a button that removes it.

import { date, h } from './dom.js';
import { changed, cleared, FACETS, filterCount, toggled, UNLABELLED } from './state.js';

/** The chips; nothing without filters. */
export function chips(state, facets, go) {
  if (filterCount(state) === 0) return null;
  const items = FACETS.flatMap(name => state.filters[name].map(value => facetChip(state, facets, name, value, go)));
  if (state.from) items.push(chip('成文日期', `${date(state.from)}以后`, () => go(changed(state, { from: '' }), { focus: 'results' })));
  if (state.to) items.push(chip('成文日期', `${date(state.to)}以前`, () => go(changed(state, { to: '' }), { focus: 'results' })));
  items.push(h('li', {}, h('button', { type: 'button', class: 'plain', onclick: () => go(cleared(state)) }, '清除全部筛选')));
  return h('ul', { class: 'chips', 'aria-label': '已选筛选条件' }, items);
}

/** What a facet is called, and what a value of it is called on its own. */
export function names(facets, name, value) {
  const facet = facets.find(one => one.name === name);
  const label = facet?.values.find(one => one.value === value)?.label ?? value;
  return [facet?.label ?? name, value === UNLABELLED ? UNLABELLED : label];
}

function facetChip(state, facets, name, value, go) {
  const [facet, label] = names(facets, name, value);
  return chip(facet, label, () => go(toggled(state, name, value, false), { focus: 'results' }));
}

function chip(facet, label, remove) {
  return h('li', {}, h('button', { type: 'button', class: 'chip', 'aria-label': `移除筛选 ${facet}：${label}`, onclick: remove },
    h('span', { class: 'label' }, facet), label, h('span', { class: 'cross', 'aria-hidden': 'true' }, '×')));
}
