// What helps a query along: other names that were searched too, what may have been meant, what finds nothing and what to drop.

import { count, h } from './dom.js';
import { changed, FACETS, url } from './state.js';
import { names } from './chips.js';

/** Lines above the results; nothing mostly. */
export function advice(state, page) {
  return [meant(state, page.didYouMean), page.hits.length > 0 ? partly(state, page.nothingFound) : null, expanded(state, page.expansions)];
}

/** Words and filters that could be dropped, for the place where hits would stand. */
export function dropping(state, page) {
  const found = page.nothingFound;
  if (!found) return null;
  return [
    found.terms.length > 0 ? h('div', {}, h('p', {}, '各检索词在全部文件中单独检索的结果：'), h('ul', { class: 'terms' }, found.terms.map(term => alone(state, term)))) : null,
    found.removals.length > 0 ? h('div', {}, h('p', {}, '去掉其中一项就能找到：'), h('ul', { class: 'drops' }, found.removals.map(removal => drop(state, page.facets, removal)))) : null,
  ];
}

function meant(state, correction) {
  if (!correction) return null;
  return h('p', { class: 'meant' }, '您是不是要找：',
    h('a', { href: url(changed(state, { q: correction.query })), 'data-link': true, 'data-focus': 'results' }, correction.query), h('small', {}, `${count(correction.total)} 份`));
}

/** Hits have most of the words: which words have none. */
function partly(state, found) {
  const missing = found?.terms.filter(term => term.total === 0) ?? [];
  if (missing.length === 0) return null;
  return h('p', { class: 'notice' }, `没有文件含有${missing.map(term => `“${term.text}”`).join('、')}。`,
    found.removals.filter(removal => missing.some(term => term.text === removal.text)).map(removal => [' ', link(state, removal, `去掉它再找（${count(removal.total)} 份）`)]));
}

function expanded(state, expansions) {
  if (state.expand) return h('p', { class: 'expanded' }, '已关闭同义词扩展。', h('a', { href: url(changed(state, { expand: '' })), 'data-link': true }, '恢复扩展'));
  if (expansions.length === 0) return null;
  return h('p', { class: 'expanded' }, '已扩展：', expansions.map(({ term, others }) => `${term} → ${others.join('、')}`).join('；'),
    h('a', { href: url(changed(state, { expand: 'false' })), 'data-link': true }, '不扩展'));
}

function alone(state, { text, total }) {
  return h('li', {}, total > 0 ? h('a', { href: url(changed(state, { q: text, filters: none(), from: '', to: '' })), 'data-link': true }, text) : text,
    h('b', { class: total > 0 ? '' : 'zero' }, `${count(total)} 份`));
}

function drop(state, facets, removal) {
  return h('li', {}, link(state, removal, `去掉${what(state, facets, removal)}`), h('b', {}, `${count(removal.total)} 份`));
}

function what(state, facets, { text, filter }) {
  if (text !== null) return `“${text}”`;
  if (filter === null) return '成文日期的限制';
  const [facet] = names(facets, filter, '');
  return `“${facet}：${state.filters[filter].map(value => names(facets, filter, value)[1]).join('、')}”`;
}

function link(state, removal, label) {
  return h('a', { href: url(changed(state, without(state, removal))), 'data-link': true, 'data-focus': 'results' }, label);
}

function without(state, { query, filter }) {
  if (query !== null) return { q: query };
  return filter === null ? { from: '', to: '' } : { filters: { ...state.filters, [filter]: [] } };
}

const none = () => Object.fromEntries(FACETS.map(name => [name, []]));
