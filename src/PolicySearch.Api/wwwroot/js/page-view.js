// Pages of their own beside the list and the document: one place in the page, loading and failing alike.

import { announce, byId, fill, h } from './dom.js';
import { building, failure } from './states.js';

/** Shows a page: `load` fetches what `render` makes elements of. */
export async function showPage(context, { title, load, render }) {
  byId('search-view').hidden = true;
  byId('document-view').hidden = true;
  const place = byId('page-view');
  const stays = !place.hidden && place.dataset.view === context.state.view && place.firstChild;
  place.hidden = false;
  document.title = `${title} - 政策先例检索`;
  const main = h('main', { class: 'page', id: 'page', tabindex: '-1', 'aria-busy': 'true' }, h('h1', {}, title), h('p', { class: 'quiet' }, '正在载入…'));
  // What is on the screen stays until the next answer comes, so that a form does not blink under the reader's hands. What was hidden
  // meanwhile may belong to another query, and what is typed into it would be lost.
  if (!stays) fill(place, main);
  place.dataset.view = context.state.view;
  try {
    const content = render(await load());
    fill(place, h('main', { class: 'page', id: 'page', tabindex: '-1' }, content));
    if (context.focus !== 'keep') byId('page').focus({ preventScroll: true });
    announce(document.title);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    fill(place, h('main', { class: 'page', id: 'page', tabindex: '-1' }, h('h1', {}, title), error.kind === 'index-building' ? building(error, context) : failure(error, context)));
    announce(error.title ?? '页面出错');
  }
}

/** Hides the place of such pages. */
export function hidePage() {
  byId('page-view').hidden = true;
}
