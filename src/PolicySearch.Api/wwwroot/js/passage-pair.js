// Passages of two texts side by side, with what they share marked.

import { h, marked } from './dom.js';

/** The pairs of a result; `mine` names the text that was compared. */
export function passagePairs(pairs, mine) {
  if (pairs.length === 0) return null;
  return h('div', { class: 'pairs' }, pairs.map(pair => h('div', { class: 'pair' },
    side(mine, pair.draft), side('相似文件', pair.document))));
}

function side(label, passage) {
  return h('div', { class: 'side' }, h('span', { class: 'label' }, label), h('p', {}, passage.offset > 0 ? '…' : null, marked(passage.text, passage.matches), /[。！？]\s*$/.test(passage.text) ? null : '…'));
}
