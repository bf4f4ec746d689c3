// The page 找相似答复: a draft or an indexed document is compared with all; filters and pages as in a search.

import * as api from './api.js';
import * as similar from './similar-api.js';
import { announce, byId, count, fill, h } from './dom.js';
import { chips } from './chips.js';
import { draft, showForm } from './similar-form.js';
import { draftCheck } from './draft-check.js';
import { showFacets } from './facets.js';
import { pager } from './pager.js';
import { reusedWordings } from './reused-view.js';
import { similarHits } from './similar-hits.js';
import { building, failure, skeleton } from './states.js';
import { changed, filterCount, url } from './state.js';

let facetSize = 50;

/** What was last asked for with the draft: null before the first time, 'similar' or 'reused'. */
let asked = null;

/** Shows the page for a view. */
export async function showSimilar(context) {
  const { state } = context;
  byId('search-view').hidden = false;
  byId('document-view').hidden = true;
  byId('sort-choice').hidden = true;
  document.title = '找相似答复 - 政策先例检索';
  fill(byId('intro'), h('section', { class: 'intro', 'aria-label': '使用说明' }, h('h1', {}, '找相似答复'),
    h('p', {}, '把手头的建议、提案或答复草稿与全部文件比对：找出处理过同类问题的答复，查出草稿里照搬的语句和混入的外地名称。')));
  if (state.of) await showOfDocument(context);
  else await showOfDraft(context);
}

async function showOfDocument(context) {
  const { state, signal } = context;
  fill(byId('similar-form'), h('p', { class: 'compared' }, '正在载入所比对的文件…'));
  await run(context, async () => {
    const [one, page] = await Promise.all([api.document(state.of, '', signal), similar.similarTo(state.of, state, { facetSize, signal })]);
    const title = one.title ?? one.source;
    fill(byId('similar-form'), h('p', { class: 'compared' }, '与这份文件相似：', h('a', { href: url({ ...changed(state, {}), doc: state.of }), 'data-link': true, 'data-focus': 'document' }, title)));
    showPage(context, page, '所比对的文件', options => similar.similarTo(state.of, state, options));
  });
}

async function showOfDraft(context) {
  const start = what => {
    asked = what;
    // A new text begins on the first page and without filters that were made for another.
    context.go({ ...changed(context.state, {}), view: 'similar' }, { replace: true, focus: 'results' });
  };
  const place = byId('similar-form');
  if (!place.querySelector('form')) fill(place);
  showForm(place, start);
  if (asked === null || (!draft.text.trim() && !draft.file)) {
    clear();
    if (asked !== null) fill(byId('notices'), h('p', { class: 'notice' }, '请先粘贴文字，或选择一份文件。'));
    return;
  }
  if (asked === 'reused') await showReused(context);
  else await run(context, async () => {
    const ask = options => similar.similarToDraft(draft, context.state, { ...options, region: draft.region });
    const page = await ask({ facetSize, signal: context.signal });
    showPage(context, page, '本稿', ask);
    byId('notices').append(draftCheck(page.draft));
  });
}

async function showReused(context) {
  await run(context, async () => {
    if (draft.file) {
      clear();
      fill(byId('notices'), h('p', { class: 'notice' }, '查语句出处请粘贴一段文字；文件请用“查找相似答复”。'));
      return;
    }
    const page = await similar.reused(draft.text, context.signal);
    clear();
    byId('bar').hidden = false;
    const summary = `找到 ${count(page.wordings.length)} 处在别处用过的语句`;
    fill(byId('summary'), summary);
    fill(byId('notices'), page.notices.map(notice => h('p', { class: 'notice' }, notice)));
    fill(byId('results'), reusedWordings(context.state, page));
    announce(summary);
    byId('summary').focus({ preventScroll: true });
  });
}

/** Runs what may fail, with grey lines until its answer comes. */
async function run(context, action) {
  byId('main').setAttribute('aria-busy', 'true');
  fill(byId('results'), skeleton());
  try {
    await action();
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    clear();
    fill(byId('results'), error.kind === 'index-building' ? building(error, context) : failure(error, context));
    announce(`${error.title}。${error.detail ?? ''}`);
  } finally {
    byId('main').removeAttribute('aria-busy');
  }
}

function clear() {
  byId('bar').hidden = true;
  for (const id of ['chips', 'notices', 'results', 'pager', 'facet-list']) fill(byId(id));
}

function showPage(context, page, mine, ask) {
  const { state, go } = context;
  byId('bar').hidden = false;
  const summary = page.total > 0 ? `相似文件 ${count(page.total)} 份` : '没有找到相似的文件';
  fill(byId('summary'), summary, h('small', {}, page.entries < page.total ? `几乎相同的合并为一项，共 ${count(page.entries)} 项` : ''));
  fill(byId('chips'), chips(state, page.facets, go));
  fill(byId('notices'), page.notices.map(notice => h('p', { class: 'notice' }, notice)));
  fill(byId('results'), page.hits.length > 0 ? similarHits(state, page, mine) : nothing(state));
  fill(byId('pager'), pager(state, { ...page, total: page.entries }));
  showFacets(context, page.facets, () => { facetSize = 1000; return ask({ facetSize, size: 1, signal: context.signal }); });
  const filters = filterCount(state);
  byId('facets-open').textContent = filters > 0 ? `筛选（${filters}）` : '筛选';
  byId('facets-done').textContent = `查看 ${count(page.total)} 份文件`;
  announce(summary);
  if (context.focus === 'results') byId('summary').focus({ preventScroll: true });
}

function nothing(state) {
  return h('section', { class: 'state' }, h('h2', {}, '没有足够相似的文件'),
    h('ul', { class: 'hints' },
      filterCount(state) > 0 ? h('li', {}, '去掉一些筛选条件再试') : null,
      h('li', {}, '多贴一些正文：标题和一两句话往往不够'),
      h('li', {}, '只有各类公文通用的语句相同，不算相似')));
}
