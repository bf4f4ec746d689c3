// Taking the results along: as files, as a report, as a table.

import { exportUrl, reportUrl } from './policies-api.js';
import { fill, h } from './dom.js';
import { changed, url } from './state.js';

const FORMATS = [['csv', 'CSV 表格（Excel 可直接打开）'], ['xlsx', 'Excel 工作簿'], ['gbt7714', '参考文献（GB/T 7714）'], ['bibtex', 'BibTeX']];

/** Shows the links for the view's results; nothing without results. */
export function showTakingAlong(place, state, total) {
  if (total === 0) {
    fill(place);
    return;
  }
  const menu = h('details', { class: 'menu' }, h('summary', { class: 'button outline' }, '导出'),
    h('ul', {}, FORMATS.map(([format, label]) => h('li', {}, h('a', { href: exportUrl(state, format), download: true, onclick: () => { menu.open = false; } }, label)))));
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  fill(place, menu,
    h('a', { class: 'button outline', href: reportUrl(state), target: '_blank', rel: 'noopener' }, '先例报告'),
    h('a', { class: 'button outline', href: url(changed(state, { view: 'compare' })), 'data-link': true }, '对照表'));
}

document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
});
