// What was read of a draft, and what in it belongs to another place.

import { count, h } from './dom.js';

const KINDS = { place: '地名', agency: '机关', session: '届次', number: '编号' };

/** The check's findings; says so when there are none. */
export function draftCheck(draft) {
  const likely = draft.findings.filter(finding => finding.likely);
  const others = draft.findings.filter(finding => !finding.likely);
  return h('section', { class: 'check', 'aria-labelledby': 'check-title' },
    h('h2', { id: 'check-title' }, '张冠李戴检查'),
    h('p', {}, draft.own ? `本稿属于${draft.own}，正文 ${count(draft.length)} 字。` : `看不出本稿属于哪个地区，请在上方填写后重新查找。正文 ${count(draft.length)} 字。`),
    likely.length > 0 ? list(likely, 'likely') : draft.own ? h('p', { class: 'fine' }, '没有发现混入的外地地名、机关或不符的届次。') : null,
    others.length > 0 ? h('details', {}, h('summary', {}, `另有 ${count(others.length)} 处提到外地，多半是有意提及`), list(others, 'other')) : null);
}

function list(findings, style) {
  return h('ul', { class: `findings ${style}` }, findings.map(finding => h('li', {},
    h('p', { class: 'quote' }, `…${finding.before}`, h('mark', {}, finding.text), `${finding.after}…`),
    h('p', {}, h('span', { class: 'kind' }, KINDS[finding.kind]), finding.message))));
}
