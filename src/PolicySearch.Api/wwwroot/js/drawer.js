// On narrow screens the facets are a drawer: a dialog over the page until closed.

import { byId } from './dom.js';

const narrow = window.matchMedia('(max-width: 860px)');
const others = () => [document.querySelector('.skip'), byId('top'), byId('main'), document.querySelector('.foot')];

/** Connects the buttons. */
export function setUpDrawer() {
  byId('facets-open').addEventListener('click', open);
  byId('facets-close').addEventListener('click', closeDrawer);
  byId('facets-done').addEventListener('click', closeDrawer);
  byId('backdrop').addEventListener('click', closeDrawer);
  document.addEventListener('keydown', event => { if (event.key === 'Escape') closeDrawer(); });
  narrow.addEventListener('change', closeDrawer);
}

function open() {
  const facets = byId('facets');
  facets.classList.add('open');
  facets.setAttribute('role', 'dialog');
  facets.setAttribute('aria-modal', 'true');
  byId('backdrop').hidden = false;
  document.body.classList.add('locked');
  others().forEach(element => { element.inert = true; });
  byId('facets-close').focus();
}

/** Closes the drawer if it is open and gives the focus back. */
export function closeDrawer() {
  const facets = byId('facets');
  if (!facets.classList.contains('open')) return;
  facets.classList.remove('open');
  facets.removeAttribute('role');
  facets.removeAttribute('aria-modal');
  byId('backdrop').hidden = true;
  document.body.classList.remove('locked');
  others().forEach(element => { element.inert = false; });
  byId('facets-open').focus();
}
