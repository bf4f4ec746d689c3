// What stands in place of hits: the start, nothing found, failures, the index being built, loading.

import * as api from './api.js';
import { dropping } from './advice.js';
import { count, h } from './dom.js';
import { changed, cleared, filterCount, url } from './state.js';

const EXAMPLES = ['家庭医生签约', '老旧小区加装电梯', '“乡聘村用”', '居家养老服务'];

/** How to begin, above the list of all documents. */
export function intro(go, state) {
  return h('section', { class: 'intro', 'aria-label': '使用说明' },
    h('p', {}, '在历年建议答复、提案答复和政策文件中查找先例：看看其他城市、其他年份对同类问题怎样答复。'),
    h('ul', { class: 'examples' }, h('li', {}, '试试：'), EXAMPLES.map(q => h('li', {}, h('a', { href: url(changed(state, { q })), 'data-link': true }, q)))),
    h('ul', { class: 'tips' },
      h('li', {}, '加引号按原文逐字查找：“乡聘村用”'),
      h('li', {}, '文号括号随意：豫卫基层 2020 18'),
      h('li', {}, '词前加减号排除：加装电梯 -资金'),
      h('li', {}, '限定位置：标题:养老、案由:学位')));
}

/** Grey lines until the first answer comes. */
export function skeleton() {
  return h('div', { class: 'skeleton', 'aria-hidden': 'true' }, Array.from({ length: 4 }, () => h('div', {}, h('span', {}), h('span', {}), h('span', {}))));
}

/** Nothing found: which word finds nothing, and what to take away. */
export function noHits({ state, go }, page) {
  if (page.total > 0) return pastTheEnd(state, page);
  return h('section', { class: 'state' },
    h('h2', {}, '没有找到符合条件的文件'),
    dropping(state, page),
    filterCount(state) > 0 ? h('div', { class: 'buttons' }, h('button', { type: 'button', class: 'outline', onclick: () => go(cleared(state)) }, '去掉全部筛选')) : null,
    h('ul', { class: 'hints' },
      h('li', {}, '检查检索词有无错字，或换一个说法'),
      h('li', {}, '减少检索词，或去掉引号'),
      h('li', {}, '查文号时保留机关代字、年份和序号即可')));
}

function pastTheEnd(state, page) {
  return h('section', { class: 'state' }, h('h2', {}, '这一页没有内容'),
    h('p', {}, `共 ${count(page.total)} 份文件，不到第 ${page.page} 页。`),
    h('p', {}, h('a', { href: url({ ...state, page: 1 }), 'data-link': true }, '回到第一页')));
}

/** Something failed: what, and a way on. */
export function failure(problem, { reload, state }) {
  const invalid = problem.kind === 'invalid-parameters';
  return h('section', { class: 'state failed', role: 'alert' },
    h('h2', {}, problem.title ?? '页面出错'),
    invalid ? h('ul', {}, Object.values(problem.errors ?? {}).flat().map(message => h('li', {}, message))) : h('p', {}, problem.detail ?? String(problem)),
    h('div', { class: 'buttons' },
      invalid ? null : h('button', { type: 'button', class: 'primary', onclick: reload }, '重试'),
      h('a', { class: 'button outline', href: invalid ? url(cleared({ ...state, sort: '', size: '', page: '' })) : './', 'data-link': true }, '重新开始')));
}

/** The index is being built: how far it is; the list comes by itself when it is ready. */
export function building(problem, { signal, reload }) {
  const text = h('p', {}, problem.detail);
  const bar = h('progress', { 'aria-label': '建立索引的进度' });
  const show = ({ message, progress }) => {
    text.textContent = message;
    if (progress?.total) Object.assign(bar, { max: progress.total, value: progress.done });
  };
  show({ message: problem.detail, progress: problem.progress });
  watch(signal, show, reload);
  return h('section', { class: 'state' }, h('h2', {}, '正在建立索引'), text, bar, h('p', { class: 'quiet' }, '首次启动需要通读全部文件，完成后本页自动显示结果。'));
}

async function watch(signal, show, done) {
  while (!signal.aborted) {
    await new Promise(resume => setTimeout(resume, 1000));
    if (signal.aborted) return;
    const now = await api.readiness(signal).catch(() => null);
    if (now?.status === 'ready' || now?.status === 'failed') return done();
    if (now) show(now);
  }
}
