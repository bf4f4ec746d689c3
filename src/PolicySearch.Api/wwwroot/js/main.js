// Ties URL, history and the two views together.

import { byId } from './dom.js';
import { listed, parse, url } from './state.js';
import { closeDrawer, setUpDrawer } from './drawer.js';
import { showDocument } from './document-view.js';
import { showNav } from './nav.js';
import { showSearch } from './search-view.js';
import { hidePage } from './page-view.js';
import { showPolicies } from './policies-view.js';
import { showPolicy } from './policy-view.js';
import { showCompare } from './compare-view.js';
import { showSimilar } from './similar-view.js';
import { setUpSearchBox } from './search-box.js';

/** Pages of their own, by the name that they have in the URL. */
const VIEWS = { similar: showSimilar, policies: showPolicies, policy: showPolicy, compare: showCompare };

/** Views that have the page's place to themselves. */
const WHOLE = new Set(['policies', 'policy', 'compare']);

let state = parse(location.search);
let running = new AbortController();

/** Goes to a view. `focus` says where the reader's place is afterwards: "results", "keep" or an element's id. */
function go(next, { replace = false, focus = 'results' } = {}) {
  rememberScroll();
  history[replace ? 'replaceState' : 'pushState']({ y: 0 }, '', url(next));
  show({ focus, y: focus === 'keep' ? window.scrollY : 0 });
}

function rememberScroll() {
  history.replaceState({ ...history.state, y: window.scrollY }, '');
}

async function show({ focus, y }) {
  const previous = state;
  state = parse(location.search);
  running.abort();
  running = new AbortController();
  byId('q').value = state.q;
  const context = { state, previous, go, focus, signal: running.signal, reload: () => show({ focus, y: window.scrollY }) };
  if (state.doc || !WHOLE.has(state.view)) hidePage();
  byId('take-along').hidden = state.view !== '';
  showNav(state.doc ? null : state.view);
  await working(running, () => viewOf(state)(context));
  if (!context.signal.aborted) window.scrollTo(0, y);
}

function viewOf({ doc, view }) {
  return doc ? showDocument : VIEWS[view] ?? showSearch;
}

/** Shows the thin bar while a view loads; a view that was left meanwhile ends silently. */
async function working(controller, action) {
  const bar = setTimeout(() => { byId('busy').hidden = false; }, 120);
  try {
    await action();
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  } finally {
    clearTimeout(bar);
    if (controller === running) byId('busy').hidden = true;
  }
}

/** Links inside the page change the view without loading it anew; new tabs and the like stay the browser's matter. */
function followLinks(event) {
  const link = event.target.closest('a[data-link]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  closeDrawer();
  go(parse(new URL(link.href).search), { focus: link.dataset.focus ?? 'results' });
}

/** The skip link leads to whichever view is shown. */
function skip(event) {
  event.preventDefault();
  (state.doc ? byId('document') : WHOLE.has(state.view) ? byId('page') : byId('main'))?.focus();
}

history.scrollRestoration = 'manual';
document.addEventListener('click', followLinks);
document.querySelector('.skip').addEventListener('click', skip);
window.addEventListener('popstate', event => show({ focus: 'history', y: event.state?.y ?? 0 }));
setUpDrawer();
setUpSearchBox(q => go(listed(state, { q, expand: '' }), { focus: 'keep' }));
show({ focus: 'start', y: 0 });
