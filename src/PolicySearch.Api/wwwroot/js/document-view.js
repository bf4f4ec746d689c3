// One document: its text with the matches, what was extracted from it, and ways to share and print it.

import * as api from './api.js';
import { announce, byId, fill, h, marked } from './dom.js';
import { facts } from './document-facts.js';
import { paragraphs } from './document-text.js';
import { building, failure } from './states.js';
import { similarSection } from './similar-section.js';
import { isStart, url } from './state.js';

/** Shows the view's document. */
export async function showDocument(context) {
  const { state, signal } = context;
  const place = byId('document-view');
  byId('search-view').hidden = true;
  place.hidden = false;
  fill(place, h('main', { class: 'document', 'aria-busy': 'true' }, back(state), h('p', { class: 'quiet' }, '正在载入…')));
  try {
    const one = await api.document(state.doc, state, signal);
    show(context, one);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    showFailure(context, error);
  }
}

function show(context, one) {
  const { state } = context;
  const title = one.title ?? one.source;
  document.title = `${title} - 政策先例检索`;
  const heading = h('h1', { tabindex: '-1', id: 'document' }, one.title ? marked(one.title, one.titleMatches) : title);
  const text = h('article', { class: 'paper', 'aria-labelledby': 'document' }, paragraphs(one, heading));
  fill(byId('document-view'),
    h('main', { class: 'document' }, h('div', { class: 'document-tools' }, back(state), tools(text)), text, similarSection(context, one)),
    h('aside', { class: 'document-facts', 'aria-label': '文件要素', tabindex: '0' }, facts(one, state)));
  heading.focus({ preventScroll: true });
  announce(`已打开：${title}`);
}

function showFailure(context, problem) {
  const state = problem.kind === 'index-building' ? building(problem, context) : failure(problem, context);
  fill(byId('document-view'), h('main', { class: 'document' }, back(context.state), state));
  announce(problem.title);
}

function back(state) {
  const list = { ...state, doc: '' };
  if (state.view) return h('a', { class: 'back', href: url(list), 'data-link': true }, '← 返回');
  return h('a', { class: 'back', href: url(list), 'data-link': true }, isStart(list) ? '← 返回全部文件' : '← 返回检索结果');
}

function tools(text) {
  const marks = [...text.querySelectorAll('mark')];
  return h('div', { class: 'buttons' }, marks.length > 0 ? jumper(marks) : null, copyButton(), h('button', { type: 'button', class: 'outline', onclick: () => window.print() }, '打印'));
}

/** Steps through the matches. */
function jumper(marks) {
  let at = -1;
  const label = h('span', { class: 'matches', 'aria-live': 'polite' }, `${marks.length} 处匹配`);
  const jump = step => {
    marks[at]?.classList.remove('current');
    at = (at + step + marks.length) % marks.length;
    marks[at].classList.add('current');
    marks[at].scrollIntoView({ block: 'center' });
    label.textContent = `第 ${at + 1} 处，共 ${marks.length} 处`;
  };
  return [label,
    h('button', { type: 'button', class: 'outline', 'aria-label': '上一处匹配', onclick: () => jump(at < 0 ? 0 : -1) }, '↑'),
    h('button', { type: 'button', class: 'outline', 'aria-label': '下一处匹配', onclick: () => jump(1) }, '↓')];
}

function copyButton() {
  const button = h('button', { type: 'button', class: 'outline', onclick: copy }, '复制链接');
  async function copy() {
    const done = await copyText(location.href);
    button.textContent = done ? '已复制' : '请从地址栏复制';
    announce(done ? '链接已复制' : '无法写入剪贴板，请从地址栏复制');
    setTimeout(() => { button.textContent = '复制链接'; }, 2000);
  }
  return button;
}

/** The clipboard needs HTTPS or localhost; elsewhere the old way through a selected field still works. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = h('textarea', { readonly: true, class: 'hidden' });
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
