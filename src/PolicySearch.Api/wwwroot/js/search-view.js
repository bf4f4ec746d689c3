// The list: facets, chips, hits, pages, and what stands there when there are none.

import * as api from './api.js';
import { announce, byId, count, fill, h } from './dom.js';
import { changed, filterCount, isStart } from './state.js';
import { chips } from './chips.js';
import { showFacets } from './facets.js';
import { hits } from './hits.js';
import { pager } from './pager.js';
import { advice } from './advice.js';
import { showTakingAlong } from './taking-along.js';
import { building, failure, intro, noHits, skeleton } from './states.js';

/** Facet values asked for; grows to all when the reader wants more of one facet. */
let facetSize = 50;

/** Shows the list for a view. */
export async function showSearch(context) {
  const { state, signal } = context;
  byId('search-view').hidden = false;
  byId('sort-choice').hidden = false;
  fill(byId('similar-form'));
  byId('document-view').hidden = true;
  document.title = state.q ? `${state.q} - 政策先例检索` : '政策先例检索';
  startLoading();
  try {
    const page = await api.search(state, { signal, facetSize });
    showPage(context, page);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    showFailure(context, error);
  } finally {
    byId('main').removeAttribute('aria-busy');
  }
}

function startLoading() {
  byId('main').setAttribute('aria-busy', 'true');
  if (!byId('results').firstChild) fill(byId('results'), skeleton());
}

function showPage(context, page) {
  const { state, go } = context;
  byId('bar').hidden = false;
  fill(byId('intro'), isStart(state) ? intro(go, state) : null);
  const summary = showSummary(state, page);
  fill(byId('chips'), chips(state, page.facets, go));
  fill(byId('notices'), page.notices.map(notice => h('p', { class: 'notice' }, notice)), advice(state, page));
  fill(byId('results'), page.hits.length > 0 ? hits(state, page) : noHits(context, page));
  fill(byId('pager'), pager(state, page));
  showFacets(context, page.facets, () => { facetSize = 1000; return api.search(state, { signal: context.signal, facetSize, size: 0 }); });
  showTools(context, page);
  announce(summary);
  placeFocus(context);
}

function showSummary(state, page) {
  const what = isStart(state) ? `全部文件 ${count(page.total)} 份` : `找到 ${count(page.total)} 份文件`;
  fill(byId('summary'), what, h('small', {}, `用时 ${page.tookMs < 1 ? '不到 1' : Math.round(page.tookMs)} 毫秒`));
  const pages = Math.ceil(page.total / page.size);
  return pages > 1 ? `${what}，第 ${page.page} 页，共 ${count(pages)} 页` : what;
}

function showTools({ state, go }, page) {
  const sort = byId('sort');
  sort.value = state.sort;
  sort.onchange = () => go(changed(state, { sort: sort.value }), { focus: 'keep' });
  showTakingAlong(byId('take-along'), state, page.total);
  const filters = filterCount(state);
  byId('facets-open').textContent = filters > 0 ? `筛选（${filters}）` : '筛选';
  byId('facets-done').textContent = `查看 ${count(page.total)} 份文件`;
}

/** Paging moves the reader to the top of the list, going back to the hit that was opened; everything else leaves the focus where it was. */
function placeFocus({ state, previous, focus }) {
  const opened = previous.doc && !state.doc ? document.querySelector(`[data-hit="${CSS.escape(previous.doc)}"]`) : null;
  if (opened) opened.focus({ preventScroll: true });
  else if (focus === 'results') byId('summary').focus({ preventScroll: true });
}

function showFailure(context, problem) {
  byId('bar').hidden = true;
  for (const id of ['intro', 'chips', 'notices', 'pager']) fill(byId(id));
  if (problem.kind === 'index-building') fill(byId('results'), building(problem, context));
  else fill(byId('results'), failure(problem, context));
  if (!byId('facet-list').firstChild) fill(byId('facet-list'));
  announce(`${problem.title}。${problem.detail ?? ''}`);
}
