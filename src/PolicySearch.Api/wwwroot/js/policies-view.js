// The policies that documents cite, the most cited first.

import * as api from './api.js';
import { policies } from './policies-api.js';
import { count, h } from './dom.js';
import { pager } from './pager.js';
import { showPage } from './page-view.js';
import { changed, cleared, url } from './state.js';

const SELECTS = [['province', '省份'], ['year', '年份'], ['topic', '主题']];

/** Shows the list of policies. */
export function showPolicies(context) {
  const { state, signal } = context;
  return showPage(context, {
    title: '引用政策',
    load: () => Promise.all([policies(state, signal), api.search(cleared(changed(state, { q: '' })), { signal, size: 0, facetSize: 200 })]),
    render: ([page, all]) => [
      h('h1', {}, '引用政策'),
      h('p', { class: 'quiet' }, '文件里引用的政策，同一政策的不同写法（题名、文号、简写）合并为一条，被引用最多的在前。'),
      form(context, all.facets),
      h('p', { class: 'found' }, page.total === 0 ? '没有符合条件的政策' : `共 ${count(page.total)} 项政策`),
      page.policies.length > 0 ? list(state, page) : nothing(state, page),
      pager(state, page),
    ],
  });
}

function form({ state, go }, facets) {
  const name = h('input', { type: 'search', name: 'name', id: 'policy-name', maxlength: '200', autocomplete: 'off', placeholder: '题名中的词，或文号' });
  name.value = state.name;
  const apply = change => go(changed(state, { name: name.value.trim(), ...change }), { focus: 'keep' });
  return h('form', { class: 'policy-form', role: 'search', 'aria-label': '查找政策', onsubmit: event => { event.preventDefault(); apply({}); } },
    h('label', { for: 'policy-name' }, '题名或文号'), name,
    SELECTS.map(([field, label]) => select(state, facets, field, label, apply)),
    h('button', { type: 'submit', class: 'outline' }, '查找'));
}

function select(state, facets, field, label, apply) {
  const values = facets.find(facet => facet.name === field)?.values ?? [];
  const shown = field === 'topic' ? values.filter(value => !value.parent) : values;
  const box = h('select', { 'aria-label': `引用文件的${label}`, onchange: () => apply({ filters: { ...state.filters, [field]: box.value ? [box.value] : [] } }) },
    h('option', { value: '' }, `全部${label}`), ordered(field, shown).map(value => h('option', { value: value.value }, value.label)));
  box.value = state.filters[field][0] ?? '';
  return box;
}

function ordered(field, values) {
  return field === 'year' ? [...values].sort((a, b) => b.value.localeCompare(a.value)) : values;
}

function list(state, page) {
  const most = Math.max(...page.policies.map(one => one.documents));
  return h('ol', { class: 'policies', start: (page.page - 1) * page.size + 1 }, page.policies.map(one => h('li', {},
    h('a', { href: policyUrl(state, one.id), 'data-link': true }, nameOf(one)),
    one.title && one.docNumber ? h('span', { class: 'quiet number' }, one.docNumber) : null,
    h('span', { class: 'cited' }, bar(one.documents, most), `${count(one.documents)} 份文件引用`))));
}

function nothing(state, page) {
  return h('section', { class: 'state' }, h('h2', {}, page.total > 0 ? '这一页没有内容' : '没有符合条件的政策'),
    h('p', {}, h('a', { href: url(cleared(changed(state, { name: '' }))), 'data-link': true }, '查看全部政策')));
}

/** A policy as it is called. */
export const nameOf = ({ title, docNumber }) => title ? `《${title}》` : docNumber;

/** Address of a policy's page. */
export const policyUrl = (state, id) => url(cleared(changed(state, { view: 'policy', of: id, q: '', name: '', sort: '', expand: '', rows: '', columns: '', measure: '', unit: '' })));

/** A bar beside a number, for the eye only. */
export function bar(value, most) {
  const length = h('span', { class: 'length', 'aria-hidden': 'true' });
  length.style.width = `${Math.max(2, Math.round(60 * value / Math.max(1, most)))}px`;
  return length;
}
