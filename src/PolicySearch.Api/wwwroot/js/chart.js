// A chart of documents a year, one line a topic, with the same numbers as a table for those who do not see it.

import { count, h } from './dom.js';

const COLOURS = ['#1d6fb8', '#c2571a', '#2f8f4e', '#8a4fb0', '#b0323f', '#7a6a1a', '#5b626b'];
const DASHES = [[], [6, 3], [2, 3], [8, 3, 2, 3], [12, 4], [4, 2], [1, 2]];

let library;

/** The library, loaded when the first chart is shown. */
function load() {
  library ??= new Promise((resolve, reject) => {
    document.head.append(h('link', { rel: 'stylesheet', href: 'lib/uplot/uPlot.min.css' }), h('script', { src: 'lib/uplot/uPlot.iife.min.js', onload: () => resolve(window.uPlot), onerror: reject }));
  });
  return library;
}

/** The chart of a table whose columns are years. */
export function chart({ rows, columns, cells }) {
  const known = columns.values.map((column, i) => ({ ...column, i })).filter(column => /^\d{4}$/.test(column.value ?? ''));
  const lines = rows.values.map((row, i) => ({ label: row.label, counts: known.map(column => cells[i][column.i]) })).filter(line => line.counts.some(value => value > 0));
  if (known.length < 2 || lines.length === 0) return h('p', { class: 'quiet' }, '年份太少，画不成图。');
  const place = h('div', { class: 'chart', 'aria-hidden': 'true' });
  draw(place, known.map(column => Number(column.value)), lines);
  return [place, asTable(known, lines), h('p', { class: 'quiet' }, '一份文件可有多个主题，会在每个主题中各计一次；未标注年份的文件不在图中。')];
}

async function draw(place, years, lines) {
  try {
    const UPlot = await load();
    const ink = getComputedStyle(document.documentElement).getPropertyValue('--quiet').trim() || '#555';
    const grid = getComputedStyle(document.documentElement).getPropertyValue('--line').trim() || '#ddd';
    const axis = { stroke: ink, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid } };
    const plot = new UPlot({
      width: Math.max(280, place.clientWidth),
      height: 300,
      padding: [8, 32, 0, 0],
      scales: { x: { time: false }, y: { range: (_, least, most) => [0, Math.max(1, most * 1.08)] } },
      axes: [{ ...axis, incrs: [1, 2, 5, 10, 20], values: (_, ticks) => ticks.map(tick => Number.isInteger(tick) ? `${tick}年` : '') }, { ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000], size: 56 }],
      series: [{ label: '年份', value: (_, value) => value === null ? '' : `${value}年` }, ...lines.map((line, i) => ({
        label: line.label, stroke: COLOURS[i % COLOURS.length], width: 2, dash: DASHES[i % DASHES.length], points: { show: true, size: 6 }, value: (_, value) => value === null ? '' : `${value} 份`,
      }))],
    }, [years, ...lines.map(line => line.counts)], place);
    new ResizeObserver(() => plot.setSize({ width: Math.max(280, place.clientWidth), height: 300 })).observe(place);
  } catch {
    // The table below holds the same numbers.
    place.remove();
  }
}

function asTable(years, lines) {
  return h('details', { class: 'chart-table' }, h('summary', {}, '以表格查看'), h('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': '各年各主题的份数表' },
    h('table', { class: 'counts' }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, '主题'), years.map(year => h('th', { scope: 'col' }, year.label)))),
      h('tbody', {}, lines.map(line => h('tr', {}, h('th', { scope: 'row' }, line.label), line.counts.map(value => h('td', {}, count(value)))))))));
}
