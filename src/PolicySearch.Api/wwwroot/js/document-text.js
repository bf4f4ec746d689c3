// Paragraphs of a document, each in the form of its kind.

import { h, marked } from './dom.js';
import { spans } from './places.js';

/** The paragraphs; `title` takes the place of the document's title paragraph, or stands first. */
export function paragraphs(one, title) {
  const groups = [];
  let titled = false;
  for (const paragraph of one.paragraphs) {
    if (paragraph.kind === 'title') {
      if (!titled) groups.push(spans(title, paragraph.offset, paragraph.text.length));
      titled = true;
    } else if (paragraph.kind === 'form' && groups.at(-1)?.form) {
      groups.at(-1).form.push(paragraph);
    } else {
      groups.push(paragraph.kind === 'form' ? { form: [paragraph] } : element(paragraph));
    }
  }
  if (!titled) groups.unshift(title);
  return groups.map(group => group.form ? form(group.form) : group);
}

function element(paragraph) {
  return spans(bare(paragraph), paragraph.offset, paragraph.text.length);
}

function bare(paragraph) {
  const content = marked(paragraph.text, paragraph.matches);
  switch (paragraph.kind) {
    case 'heading': return h(`h${Math.min(6, 1 + Math.max(1, paragraph.level))}`, {}, content);
    case 'table': return table(paragraph);
    default: return h('p', { class: paragraph.kind }, content);
  }
}

/** Pages that came with the letter, mostly scanned forms: folded, and open when a match lies inside. */
function form(parts) {
  const hasMatch = parts.some(part => part.matches.length > 0);
  return h('details', { class: 'form', open: hasMatch }, h('summary', {}, '附带的表单或扫描内容'), parts.map(part => spans(h('p', {}, marked(part.text, part.matches)), part.offset, part.text.length)));
}

function table(paragraph) {
  let offset = 0;
  const rows = paragraph.text.split('\n').map(row => {
    const cells = row.split('\t').map(cell => {
      const one = h('td', {}, marked(cell, within(paragraph.matches, offset, offset + cell.length)));
      offset += cell.length + 1;
      return one;
    });
    return h('tr', {}, cells);
  });
  return h('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': '表格' }, h('table', {}, h('tbody', {}, rows)));
}

function within(matches, start, end) {
  return matches.filter(match => match.start < end && match.end > start)
    .map(match => ({ start: Math.max(match.start, start) - start, end: Math.min(match.end, end) - start }));
}
