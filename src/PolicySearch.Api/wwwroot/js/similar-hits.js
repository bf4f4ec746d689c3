// Similar documents: what they are, why they are similar, and the passages that show it.

import { count, date, h } from './dom.js';
import { passagePairs } from './passage-pair.js';
import { url } from './state.js';

/** The list of a page's entries. `mine` names the text that was compared. */
export function similarHits(state, page, mine) {
  const first = (page.page - 1) * page.size + 1;
  return h('ol', { class: 'hits similar-hits', start: first }, page.hits.map(hit => h('li', {}, one(state, hit, mine))));
}

function one(state, hit, mine) {
  return h('article', { class: 'hit' },
    h('h2', {}, link(state, hit), h('span', { class: 'kind' }, hit.facts.kind)),
    factLine(hit.facts),
    reasons(hit),
    passagePairs(hit.passages, mine),
    copies(state, hit.copies));
}

function link(state, { id, title }) {
  return h('a', { href: url({ ...state, doc: id }), 'data-link': true, 'data-focus': 'document' }, title);
}

/** Where a document comes from, in one line. */
export function factLine(facts) {
  const place = [...new Set([facts.province, facts.city, facts.county].filter(Boolean))].join(' ');
  const when = facts.issueDate ? date(facts.issueDate) : facts.year ? `${facts.year}年` : null;
  return h('ul', { class: 'facts', 'aria-label': '要素' },
    [facts.issuer ?? place, facts.docNumber, when, facts.session?.label].filter(Boolean).map(text => h('li', {}, text)));
}

function reasons(hit) {
  const { reasons: why } = hit;
  const percent = Math.round(100 * hit.similarity);
  return h('dl', { class: 'reasons' },
    h('div', {}, h('dt', {}, '相似度'), h('dd', {}, meter(percent), hit.nearIdentical ? h('b', { class: 'same' }, '与所比对文字几乎相同') : null)),
    row('共同用词', why.terms.length > 0 ? h('ul', { class: 'words' }, why.terms.map(term => h('li', {}, term))) : null),
    row('共同引用', why.policies.length > 0 ? h('ul', {}, why.policies.map(policy => h('li', {}, cited(policy)))) : null),
    row('相同主题', why.topic?.replaceAll('/', ' › ')),
    row('相同层级', why.level),
    row('相同语句', why.sharedCharacters > 0 ? `约 ${count(why.sharedCharacters)} 字逐字相同` : null));
}

function meter(percent) {
  return h('span', { class: 'meter' }, h('progress', { max: 100, value: percent, 'aria-label': `相似度 ${percent}%` }), `${percent}%`);
}

function row(label, value) {
  return value ? h('div', {}, h('dt', {}, label), h('dd', {}, value)) : null;
}

function cited({ title, docNumber }) {
  return `${title ? `《${title}》` : ''}${docNumber ? `（${docNumber}）` : ''}`;
}

function copies(state, list) {
  if (list.length === 0) return null;
  return h('details', { class: 'copies' }, h('summary', {}, `另有 ${count(list.length)} 份几乎相同的文件`),
    h('ul', {}, list.map(copy => h('li', {}, link(state, copy), factLine(copy.facts)))));
}
