// The search box. Input methods: Enter that ends a composition chooses a word and must not search.

import { byId } from './dom.js';
import { setUpSuggestions } from './suggest-box.js';

/** Calls `search` with the text on Enter or the button, or with a suggestion that is chosen. */
export function setUpSearchBox(search) {
  const input = byId('q');
  const suggestions = setUpSuggestions(search);
  input.addEventListener('keydown', event => {
    // Safari reports the Enter that ends a composition with isComposing = false and keyCode 229.
    if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  });
  byId('search-form').addEventListener('submit', event => {
    event.preventDefault();
    suggestions.close();
    search(input.value.trim());
  });
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

function isTyping(target) {
  return target.closest?.('input, select, textarea, [contenteditable]') !== null;
}
