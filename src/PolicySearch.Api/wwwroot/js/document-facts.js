// Everything that was extracted from a document, and where it was found.

import { date, h } from './dom.js';
import { changed, cleared, url } from './state.js';

const WHERE = { title: '标题', letterhead: '版头', signature: '落款', panel: '信息栏', header: '版头', footer: '版记', body: '正文', addressee: '主送', path: '路径', gazetteer: '地名表', issuer: '发文机关', docNumber: '文号' };

/** The panel beside a document. */
export function facts(one, state) {
  const row = (label, value, field) => rowOf(label, value, one.provenance[field]);
  const search = (text, change) => h('a', { href: url(cleared(changed(state, { q: '', ...change }))), 'data-link': true }, text);
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
      row('办理结果', one.outcome?.raw, 'outcome'),
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

function rowOf(label, value, provenance) {
  const missing = value === null || value === undefined || value === '';
  return h('div', {}, h('dt', {}, label), h('dd', { class: missing ? 'missing' : null }, missing ? '未标注' : value,
    provenance && !missing ? h('small', {}, `见${where(provenance)}`) : null));
}

/** "line 3" → 第 3 行 */
function where(provenance) {
  const text = provenance.replace(/lines? (\d+)(?:\s*[-–]\s*(\d+))?/g, (_, from, to) => to ? `第 ${from}–${to} 行` : `第 ${from} 行`);
  return text.split(/([\s,;:]+)/).map(word => WHERE[word] ?? word).join('');
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

function cited({ title, docNumber }, search) {
  const name = title ? `《${title}》` : '';
  return h('span', {}, name, docNumber ? search(`（${docNumber}）`, { q: docNumber }) : null);
}

function warnings(texts) {
  if (texts.length === 0) return null;
  return h('section', { class: 'warnings', 'aria-label': '提取提示' }, h('h2', {}, '提取提示'), h('ul', {}, texts.map(text => h('li', { lang: 'en' }, text))));
}
