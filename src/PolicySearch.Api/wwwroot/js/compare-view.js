// 对照表: how many documents there are for each pair of values, and a chart of years and topics.

import * as api from './api.js';
import { counts } from './policies-api.js';
import { chart } from './chart.js';
import { chips } from './chips.js';
import { figuresSection } from './compare-figures.js';
import { count, h } from './dom.js';
import { showPage } from './page-view.js';
import { changed, listed, toggled, url } from './state.js';

const AXES = [['province', '省份'], ['city', '城市'], ['county', '县区'], ['year', '年份'], ['topic', '主题'], ['kind', '文种'], ['issuer', '发文机关'], ['outcome', '办理结果']];

/** Shows the tables for the view's documents. */
export function showCompare(context) {
  const { state, signal } = context;
  const axes = { rows: state.rows || 'city', columns: state.columns || 'year' };
  return showPage(context, {
    title: '对照表',
    load: () => Promise.all([
      counts(state, axes, signal),
      counts(state, { rows: 'topic', columns: 'year', rowLimit: 6, columnLimit: 60 }, signal),
      api.search({ ...state, page: 1 }, { signal, size: 0, facetSize: 1 }),
      figuresSection(context),
    ]),
    render: ([table, byYear, search, figures]) => [
      h('h1', {}, '对照表'),
      h('p', {}, state.q ? `检索词“${state.q}”，` : '', `共 ${count(table.total)} 份文件。`, h('a', { href: url(listed(state, {})), 'data-link': true }, '返回检索结果，调整条件')),
      chips(state, search.facets, context.go),
      h('section', { 'aria-labelledby': 'counts' }, h('h2', { id: 'counts' }, '份数'), axesForm(context, axes), table.total > 0 ? countsTable(state, table) : empty()),
      table.total > 0 ? h('section', { 'aria-labelledby': 'years' }, h('h2', { id: 'years' }, '各年各主题的份数'), chart(byYear)) : null,
      figures,
    ],
  });
}

const empty = () => h('p', { class: 'quiet' }, '没有符合条件的文件。');

function axesForm({ state, go }, axes) {
  const pick = (name, other, label) => {
    const box = h('select', { onchange: () => go(changed(state, { [name]: box.value }), { focus: 'keep' }) },
      AXES.filter(([value]) => value !== axes[other]).map(([value, text]) => h('option', { value }, text)));
    box.value = axes[name];
    return h('label', {}, `${label} `, box);
  };
  const swap = () => go(changed(state, { rows: axes.columns, columns: axes.rows }), { focus: 'keep' });
  return h('p', { class: 'axes' }, pick('rows', 'columns', '行'), pick('columns', 'rows', '列'), h('button', { type: 'button', class: 'outline', onclick: swap }, '行列互换'));
}

function countsTable(state, { rows, columns, cells, total }) {
  const head = h('tr', {}, h('th', { scope: 'col' }, `${rows.label} \\ ${columns.label}`), columns.values.map(column => h('th', { scope: 'col' }, column.label)), h('th', { scope: 'col' }, '合计'));
  const body = rows.values.map((row, i) => h('tr', {}, h('th', { scope: 'row' }, linked(state, [[rows.name, row]], row.label)),
    cells[i].map((cell, j) => h('td', { class: cell === 0 ? 'zero' : null }, cell === 0 ? '0' : linked(state, [[rows.name, row], [columns.name, columns.values[j]]], count(cell)))),
    h('td', { class: 'sum' }, count(row.count))));
  const foot = h('tr', {}, h('th', { scope: 'row' }, '合计'), columns.values.map(column => h('td', { class: 'sum' }, count(column.count))), h('td', { class: 'sum' }, count(total)));
  return [
    h('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': `${rows.label}与${columns.label}的份数` },
      h('table', { class: 'counts' }, h('caption', { class: 'hidden' }, `按${rows.label}和${columns.label}统计的文件份数`), h('thead', {}, head), h('tbody', {}, body), h('tfoot', {}, foot))),
    notes(rows, columns),
  ];
}

/** A number leads to the documents behind it; what is added up has no filter of its own. */
function linked(state, pairs, text) {
  if (pairs.some(([, value]) => value.value === null)) return text;
  let target = listed(state, {});
  for (const [name, value] of pairs) target = { ...toggled(target, name, value.value, true), filters: { ...target.filters, [name]: [value.value] } };
  return h('a', { href: url(target), 'data-link': true }, text);
}

function notes(rows, columns) {
  const repeating = [rows, columns].filter(axis => axis.repeats).map(axis => axis.label);
  const cut = [rows, columns].filter(axis => axis.values.some(value => value.value === null));
  return h('ul', { class: 'quiet notes' },
    repeating.length > 0 ? h('li', {}, `一份文件可有多个${repeating.join('、')}，会在每一项中各计一次，各项之和可能大于合计。`) : null,
    cut.map(axis => h('li', {}, `${axis.label}共 ${count(axis.distinct)} 项，份数较少的合并为“其余”。`)));
}
