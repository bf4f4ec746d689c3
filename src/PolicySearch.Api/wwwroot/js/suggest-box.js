// Suggestions under the search box. The box itself, with its keys and input methods, is the one that other pages embed.

import '../embed.js';
import * as api from './api.js';
import { announce, byId } from './dom.js';

const { Combobox } = customElements.get('policy-search');

/** Calls `search` with a suggestion that was chosen. */
export function setUpSuggestions(search) {
  return new Combobox({
    input: byId('q'),
    list: byId('suggestions'),
    load: async (text, signal) => (await api.suggest(text, signal)).suggestions,
    pick: search,
    say: announce,
  });
}
