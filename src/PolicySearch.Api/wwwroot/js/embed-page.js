// Fills the administrators' page with this server's own address.

import { byId } from './dom.js';

const host = new URL('.', location.href).href.replace(/\/$/, '');
const snippet = `<script src="${host}/embed.js" defer></script>\n<policy-search endpoint="${host}"></policy-search>`;

byId('snippet').textContent = snippet;
byId('host').textContent = location.origin;
byId('copy').addEventListener('click', async () => {
  // Without HTTPS there is no clipboard; then the code is selected for the reader to copy.
  try {
    await navigator.clipboard.writeText(snippet);
    byId('copy').textContent = '已复制';
  } catch {
    getSelection().selectAllChildren(byId('snippet'));
    byId('copy').textContent = '已选中，请按 Ctrl+C 复制';
  }
});
