// The pages of the service, as links in the head.

import { fill, h } from './dom.js';

/** Views by the name that they have in the URL; '' is the list. */
const PAGES = [
  { view: '', label: '检索', href: './' },
  { view: 'similar', label: '找相似答复', href: './?view=similar' },
  { view: 'policies', label: '引用政策', href: './?view=policies' },
  { view: 'compare', label: '对照表', href: './?view=compare' },
];

/** Shows the links, the current page marked. */
export function showNav(view) {
  fill(document.getElementById('nav'), h('ul', {}, PAGES.map(page =>
    h('li', {}, h('a', { href: page.href, 'data-link': true, 'aria-current': page.view === (view === 'policy' ? 'policies' : view) ? 'page' : null }, page.label)))));
}
