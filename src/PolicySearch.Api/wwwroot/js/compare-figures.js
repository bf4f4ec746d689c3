// Figures that documents state about a measure, by place and year. What nobody states stays empty: it is not zero.

import { figures } from './policies-api.js';
import { count, date, h, marked } from './dom.js';
import { changed, listed, url } from './state.js';

const COMPARATORS = { equal: '', atLeast: '≥', atMost: '≤', moreThan: '＞', lessThan: '＜', about: '约', increase: '增', decrease: '降' };
const numbers = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 });

/** The section with its form, the measures that there are, and the table. */
export async function figuresSection(context) {
  const { state, signal } = context;
  const table = await figures(state, { measure: state.measure, unit: state.unit }, signal);
  return h('section', { 'aria-labelledby': 'figures' }, h('h2', { id: 'figures' }, '数值与承诺'),
    form(context),
    table.measures.length > 0 ? offered(state, table) : h('p', { class: 'quiet' }, state.measure ? `没有文件写到“${state.measure}”的数值，请换一个指标。` : '这些文件没有可比较的数值。'),
    state.measure && table.cells.length > 0 ? grid(state, table) : null,
    table.read < table.total ? h('p', { class: 'notice' }, `符合条件的文件有 ${count(table.total)} 份，只读取了最新的 ${count(table.read)} 份；请增加筛选条件。`) : null);
}

function form({ state, go }) {
  const measure = h('input', { type: 'search', id: 'measure', name: 'measure', maxlength: '60', autocomplete: 'off', placeholder: '指标，如 签约率' });
  measure.value = state.measure;
  const submit = event => {
    event.preventDefault();
    go(changed(state, { measure: measure.value.trim(), unit: '' }), { focus: 'keep' });
  };
  return h('form', { class: 'axes', 'aria-label': '比较指标', onsubmit: submit }, h('label', { for: 'measure' }, '指标'), measure, h('button', { type: 'submit', class: 'outline' }, '比较'));
}

function offered(state, { measures }) {
  const link = one => h('a', { href: url(changed(state, { measure: one.subject, unit: one.unit })), 'data-link': true, 'data-focus': 'keep' }, one.unit ? `${one.subject}（${one.unit}）` : one.subject);
  return h('details', { class: 'measures', open: !state.measure }, h('summary', {}, state.measure ? '相近的指标' : '这些文件写到的指标'),
    h('ul', {}, measures.slice(0, 40).map(one => h('li', {}, link(one), h('small', {}, ` ${count(one.documents)} 份`)))));
}

function grid(state, { places, years, cells }) {
  const at = new Map(cells.map(cell => [`${cell.place} ${cell.year}`, cell.figures]));
  const head = h('tr', {}, h('th', { scope: 'col' }, '地区'), years.map(year => h('th', { scope: 'col' }, year ? `${year}年` : '年份不详')));
  const row = place => h('tr', {}, h('th', { scope: 'row' }, place), years.map(year => h('td', {}, stated(state, at.get(`${place} ${year}`)))));
  return [
    h('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': `${state.measure}，按地区和年份` },
      h('table', { class: 'figures' }, h('caption', { class: 'hidden' }, `各地各年的${state.measure}`), h('thead', {}, head), h('tbody', {}, places.map(row)))),
    h('p', { class: 'quiet' }, '年份取自数值所在的句子，句子未写时取文件年份；空格表示没有文件写到，不等于零。'),
  ];
}

function stated(state, figuresHere) {
  if (!figuresHere) return h('span', { class: 'hidden' }, '没有文件写到');
  const [first, ...others] = figuresHere;
  return [one(state, first), others.length > 0 ? h('details', {}, h('summary', {}, `另有 ${others.length} 处`), others.map(figure => one(state, figure))) : null];
}

/** The words that lead to the number, by which its place in the document is marked. */
function clause({ text, matches: [{ start, end }] }) {
  const before = Math.max(...[...'，、；：。（《“”"'].map(mark => text.lastIndexOf(mark, start - 1)), -1) + 1;
  return text.slice(start - before > 40 ? start : before, end);
}

function one(state, figure) {
  const value = `${COMPARATORS[figure.comparator]}${numbers.format(figure.value)}${figure.upper !== null ? `–${numbers.format(figure.upper)}` : ''}${figure.unit}`;
  const target = { ...listed(state, { q: `“${clause(figure.sentence)}”` }), doc: figure.document };
  return h('div', { class: 'figure' },
    h('a', { href: url(target), 'data-link': true, 'data-focus': 'document', title: `${figure.title}\n${figure.sentence.text}` }, value),
    figure.promised ? h('span', { class: 'promised' }, '目标') : null,
    h('small', {}, figure.subject, figure.date ? [' ', h('time', { datetime: figure.date }, date(figure.date))] : null),
    h('span', { class: 'hidden' }, marked(figure.sentence.text, [])));
}
