// The form of the page for similar documents: a text or a file, and the draft's own place.

import { byId, fill, h } from './dom.js';

/** What the reader has put in. It stays in this page's memory alone: drafts do not belong into addresses or a browser's storage. */
export const draft = { text: '', file: null, region: '' };

const KINDS = '.txt,.html,.htm,.docx,.doc,.wps,.rtf,.pdf';

/** Shows the form; `submit` is called with what is to be done: 'similar' or 'reused'. */
export function showForm(place, submit) {
  if (place.firstChild) return;
  const text = h('textarea', { id: 'draft-text', rows: 9, spellcheck: 'false', placeholder: '把建议、提案或答复草稿的文字粘贴到这里……', oninput: () => { draft.text = text.value; } });
  text.value = draft.text;
  const file = h('input', { id: 'draft-file', type: 'file', accept: KINDS, onchange: () => { choose(file.files[0] ?? null); } });
  const region = h('input', { id: 'draft-region', type: 'text', maxlength: 40, autocomplete: 'off', placeholder: '如 三门峡市，可不填', oninput: () => { draft.region = region.value.trim(); } });
  region.value = draft.region;
  const chosen = h('span', { class: 'chosen-file', id: 'chosen-file', 'aria-live': 'polite' });
  fill(place, h('form', { class: 'draft', 'aria-label': '要比对的文字或文件', onsubmit: event => { event.preventDefault(); submit('similar'); },
    ondragover: event => event.preventDefault(), ondrop: event => { event.preventDefault(); choose(event.dataTransfer.files[0] ?? null); } },
    h('label', { for: 'draft-text' }, '文字'), text,
    h('div', { class: 'draft-line' },
      h('label', { class: 'button outline', for: 'draft-file' }, '选择文件'), file, chosen,
      h('label', { class: 'draft-region' }, h('span', {}, '本稿所属地区'), region)),
    h('p', { class: 'quiet' }, '可用 txt、html、docx、doc、wps、rtf、pdf 文件，也可以拖放到这里。内容只用于这一次比对，不会保存。'),
    h('div', { class: 'buttons' },
      h('button', { type: 'submit', class: 'primary' }, '查找相似答复'),
      h('button', { type: 'button', class: 'outline', onclick: () => submit('reused') }, '查语句出处'))));
  choose(draft.file);
}

function choose(file) {
  draft.file = file;
  const place = byId('chosen-file');
  if (!place) return;
  fill(place, file ? [file.name, h('button', { type: 'button', class: 'plain', 'aria-label': '不用这份文件', onclick: () => { byId('draft-file').value = ''; choose(null); } }, '×')] : null);
  byId('draft-text').disabled = file !== null;
}
