// Hits: title, what the reply is about, its facts, passages around the matches.

import { date, h, marked } from './dom.js';
import { url } from './state.js';

/** The list of a page's hits. */
export function hits(state, page) {
  const first = (page.page - 1) * page.size + 1;
  return h('ol', { class: 'hits', start: first }, page.hits.map(hit => h('li', {}, one(state, hit))));
}

function one(state, hit) {
  const { facts } = hit;
  return h('article', { class: 'hit' },
    h('h2', {},
      h('a', { href: url({ ...state, doc: hit.id }), 'data-link': true, 'data-hit': hit.id, 'data-focus': 'document' }, marked(hit.title.text, hit.title.matches)),
      h('span', { class: 'kind' }, facts.kind)),
    facts.subject && facts.subject !== hit.title.text ? h('p', { class: 'subject' }, h('span', { class: 'label' }, '案由'), facts.subject) : null,
    h('ul', { class: 'facts', 'aria-label': '要素' }, factItems(facts)),
    h('div', { class: 'fragments' }, hit.fragments.map(fragment => passage(fragment))));
}

function passage(fragment) {
  return h('p', {}, fragment.offset > 0 ? '…' : null, marked(fragment.text, fragment.matches), /[。！？]\s*$/.test(fragment.text) ? null : '…');
}

function factItems(facts) {
  return [
    fact('发文机关', facts.issuer),
    fact('文号', facts.docNumber, 'number'),
    facts.issueDate ? h('li', {}, h('span', { class: 'hidden' }, '成文日期：'), h('time', { datetime: facts.issueDate }, date(facts.issueDate))) : fact('年份', facts.year && `${facts.year}年`),
    fact('届次', facts.session?.label),
    facts.outcome ? h('li', {}, outcome(facts.outcome)) : null,
    topic(facts.topics),
  ];
}

function fact(label, value, style) {
  return value ? h('li', { class: style }, h('span', { class: 'hidden' }, `${label}：`), value) : null;
}

/** 办理结果 as a small badge; schemes differ by office, so the letter stands as it was written. */
export function outcome({ raw }) {
  return h('span', { class: 'outcome' }, '办理结果 ', h('b', {}, raw));
}

function topic(topics) {
  if (topics.length === 0) return null;
  const [first] = topics;
  return h('li', { class: 'topic' }, h('span', { class: 'hidden' }, '主题：'), first.slice(first.lastIndexOf('/') + 1));
}
