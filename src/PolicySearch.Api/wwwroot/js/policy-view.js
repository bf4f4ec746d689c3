// One policy: who cites it when and how, what is cited beside it, and citations that do not fit the rest.

import { policy } from './policies-api.js';
import { count, date, h, marked } from './dom.js';
import { pager } from './pager.js';
import { showPage } from './page-view.js';
import { bar, nameOf, policyUrl } from './policies-view.js';
import { cleared, listed, url } from './state.js';

/** Shows the view's policy. */
export function showPolicy(context) {
  const { state, signal } = context;
  return showPage(context, {
    title: '引用政策',
    load: () => policy(state.of, state.page, signal),
    render: one => {
      document.title = `${nameOf(one)} - 引用政策 - 政策先例检索`;
      return [head(state, one), one.disagreements.map(warning), h('div', { class: 'policy-columns' }, timeline(state, one), beside(state, one))];
    },
  });
}

function head(state, one) {
  const citing = { ...cleared(listed(state, { q: '' })), filters: { ...cleared(state).filters, policy: [one.id] } };
  return h('header', { class: 'policy-head' },
    h('a', { class: 'back', href: './?view=policies', 'data-link': true }, '← 全部引用政策'),
    h('h1', {}, nameOf(one)),
    h('p', {}, one.docNumber && one.title ? h('span', { class: 'number' }, one.docNumber) : null, ` ${count(one.documents)} 份文件引用`),
    h('p', { class: 'buttons' },
      h('a', { class: 'button outline', href: url(citing), 'data-link': true }, '在检索中查看这些文件'),
      one.ownDocument ? h('a', { class: 'button outline', href: url({ ...cleared(listed(state, { q: '' })), doc: one.ownDocument }), 'data-link': true }, '查看政策原文') : null));
}

function warning(found) {
  return h('p', { class: 'notice' }, h('b', {}, found.undecided ? '题名与文号不一致：' : '疑似误引：'), found.message);
}

/** Citing documents, newest first, under their years. */
function timeline(state, one) {
  const years = Map.groupBy ? Map.groupBy(one.citing, year) : grouped(one.citing);
  return h('section', { 'aria-labelledby': 'citing' }, h('h2', { id: 'citing' }, '引用时间线'),
    [...years].map(([label, documents]) => h('section', { class: 'year' }, h('h3', {}, label), h('ol', { class: 'timeline' }, documents.map(citing => entry(state, citing))))),
    pager({ ...state, of: state.of }, { total: one.documents, page: one.page, size: one.size }));
}

const year = ({ facts }) => facts.year ? `${facts.year}年` : '年份未标注';

function grouped(documents) {
  const groups = new Map();
  for (const one of documents) groups.set(year(one), [...groups.get(year(one)) ?? [], one]);
  return groups;
}

function entry(state, citing) {
  const { facts, sentence } = citing;
  const said = sentence ? sentence.text.slice(sentence.matches[0].start, sentence.matches[0].end) : '';
  const target = { ...cleared(listed(state, { q: said ? `“${said.replace(/[《》“”"]/g, '')}”` : '' })), doc: citing.id };
  return h('li', {},
    h('p', { class: 'quiet' }, facts.issueDate ? h('time', { datetime: facts.issueDate }, date(facts.issueDate)) : null, ' ', facts.issuer ?? '', ' ', facts.docNumber ?? ''),
    h('a', { href: url(target), 'data-link': true, 'data-focus': 'document' }, citing.title),
    sentence ? h('blockquote', {}, marked(sentence.text, sentence.matches)) : null,
    citing.disagreement ? h('p', { class: 'doubt' }, citing.disagreement.message) : null);
}

function beside(state, one) {
  return h('aside', { class: 'policy-beside', 'aria-label': '引用情况' },
    section('各年引用', bars(one.years)), section('引用最多的城市', bars(one.cities)),
    section('同被引用的政策', one.together.length > 0 ? h('ul', {}, one.together.map(other =>
      h('li', {}, h('a', { href: policyUrl(state, other.id), 'data-link': true }, nameOf(other)), h('small', {}, ` 同引 ${count(other.documents)} 份`)))) : h('p', { class: 'quiet' }, '没有与它同时被引用的政策')),
    section('出现过的写法', h('ul', {}, one.spellings.map(use => h('li', {}, [use.title ? `《${use.title}》` : '', use.docNumber ? (use.title ? `（${use.docNumber}）` : use.docNumber) : ''].join(''), h('small', {}, ` ${count(use.documents)} 份`))))));
}

const section = (title, content) => h('section', {}, h('h2', {}, title), content);

function bars(values) {
  const most = Math.max(1, ...values.map(value => value.count));
  return h('ul', { class: 'bars' }, values.map(value => h('li', {}, h('span', { class: 'name' }, value.label), bar(value.count, most), h('span', { class: 'count' }, `${count(value.count)} 份`))));
}
