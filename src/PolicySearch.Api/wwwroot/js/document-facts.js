// Everything that was extracted from a document, and where it was found.

import { date, h } from './dom.js';
import { pointAt } from './places.js';
import { evidence, warning, where } from './provenance.js';
import { cleared, listed, url } from './state.js';

/** The panel beside a document. */
export function facts(one, state) {
  const row = (label, value, field) => rowOf(label, value, one.provenance[field], field, one.places);
  const search = (text, change) => h('a', { href: url(cleared(listed(state, { q: '', ...change }))), 'data-link': true }, text);
  return [
    h('h2', {}, '文件要素'),
    h('dl', {},
      row('文种', one.kind, 'kind'),
      row('案由', one.subject, 'subject'),
      row('文号', one.docNumber, 'docNumber'),
      row('发文机关', one.issuers.length > 1 ? list(one.issuers) : one.issuer, 'issuer'),
      row('地区', place(one), 'city'),
      row('区划代码', one.regionCode, 'regionCode'),
      row('年份', one.year && `${one.year}年`, 'year'),
      row('成文日期', one.issueDate && date(one.issueDate), 'issueDate'),
      row('届次', one.session?.label, 'session'),
      row('办理结果', one.outcome && [one.outcome.raw, one.outcomeStatus && one.outcomeStatus !== one.outcome.raw ? `（${one.outcomeStatus}）` : ''].join(''), 'outcome'),
      one.validity ? row('有效性', validity(one.validity), 'validity') : null,
      row('公开属性', one.disclosure, 'disclosure'),
      row('主送', list(one.addressees), 'addressees'),
      row('提出者', one.proposerKind, 'proposerKind'),
      row('签发人', one.signatory, 'signatory'),
      row('联系人', list(one.contacts.map(contact)), 'contacts'),
      row('抄送', list(one.copiedTo), 'copiedTo'),
      row('引用文件', list(one.citations.map(citation => cited(citation, search))), 'citations'),
      row('主题', list(one.topics.map(topic => topic.replaceAll('/', ' › '))), 'topics'),
      row('来源', h('span', { class: 'path' }, one.source)),
      row('编号', h('span', { class: 'path' }, one.id))),
    warnings(one.warnings),
  ];
}

function rowOf(label, value, provenance, field, places) {
  const missing = value === null || value === undefined || value === '';
  return h('div', {}, h('dt', {}, label), h('dd', { class: missing ? 'missing' : null }, missing ? '未标注' : value,
    provenance && !missing ? origin(label, field, provenance, places) : null));
}

/** Where a value was found; a button that leads there when the text says it. */
function origin(label, field, provenance, places) {
  const said = field === 'topics' ? evidence(provenance) : where(provenance);
  const place = placeOf(field, provenance, places);
  if (!place) return said ? h('small', {}, `见${said}`) : null;
  return h('small', {}, h('button', { type: 'button', class: 'to-place', 'aria-label': `在正文中查看${label}`, onclick: () => pointAt(place) }, `见${said ?? '正文'}`));
}

/** A value that was taken from another field's stands where that one does. */
function placeOf(field, provenance, places) {
  return places[field] ?? places[`${field}[0]`] ?? places[provenance] ?? null;
}

function validity({ state, from, until }) {
  return [state, from && `${date(from)}起施行`, until && `有效期至${date(until)}`].filter(Boolean).join('，');
}

function place({ province, city, county }) {
  return [...new Set([province, city, county].filter(Boolean))].join(' ') || null;
}

function list(values) {
  if (values.length <= 1) return values[0] ?? null;
  return h('ul', {}, values.map(value => h('li', {}, value)));
}

function contact({ unit, person, phone }) {
  return h('span', {}, [unit, person].filter(Boolean).join(' '), ' ', phone ? h('span', { class: 'phone' }, phone) : null);
}

function cited({ title, docNumber, policy, documents, disagreement }, search) {
  const name = [title ? `《${title}》` : '', docNumber ? (title ? `（${docNumber}）` : docNumber) : ''].join('');
  if (!policy) return h('span', {}, title ? `《${title}》` : '', docNumber ? search(`（${docNumber}）`, { q: docNumber }) : null);
  return h('span', {}, search(name, { view: 'policy', of: policy }), h('small', {}, documents > 1 ? `${documents} 份文件引用` : '仅本文引用'),
    disagreement ? h('small', { class: 'doubt' }, disagreement.message) : null);
}

function warnings(texts) {
  if (texts.length === 0) return null;
  return h('section', { class: 'warnings', 'aria-label': '提取提示' }, h('h2', {}, '提取提示'), h('ul', {}, texts.map(text => warning(text) ?? text).map(text => h('li', {}, text))));
}
