// Facets: counts, ticks, trees, type-ahead. What the reader opened stays open from one search to the next.

import { byId, count, fill, h } from './dom.js';
import { changed, toggled, UNLABELLED } from './state.js';
import { holdsSelection, list, pathTree, regionTree } from './tree.js';

const FEW = 8;

/** Groups in the order of the page. `open` is how they stand at first. */
const GROUPS = [
  { key: 'region', title: '地区', nodes: regionTree, facets: ['province', 'city', 'county'], open: true },
  { key: 'year', title: '年份', nodes: facets => byYear(list(one(facets, 'year'))), facets: ['year'], open: true, extra: dates },
  { key: 'topic', title: '主题', nodes: facets => pathTree(one(facets, 'topic')), facets: ['topic'], open: true },
  { key: 'kind', title: '文种', nodes: facets => list(one(facets, 'kind')), facets: ['kind'], open: true },
  { key: 'issuer', title: '发文机关', nodes: facets => list(one(facets, 'issuer')), facets: ['issuer'], open: true, typeAhead: true },
  { key: 'outcome', title: '办理结果', nodes: facets => list(one(facets, 'outcome')), facets: ['outcome'], open: true },
  { key: 'policy', title: '引用政策', nodes: facets => list(one(facets, 'policy')), facets: ['policy'], open: false, typeAhead: true },
];

const memory = { closed: new Set(), all: new Set(), expanded: new Map(), typed: new Map() };

const one = (facets, name) => facets.find(facet => facet.name === name);

const byYear = nodes => [...nodes].sort((a, b) => (a.value === UNLABELLED) - (b.value === UNLABELLED) || b.value.localeCompare(a.value));

/** Shows the facets. `loadAll` fetches them anew with every value. */
export function showFacets(context, facets, loadAll) {
  const focused = document.activeElement?.dataset?.key;
  const render = all => showFacets(context, all, loadAll);
  const more = async () => render((await loadAll()).facets);
  fill(byId('facet-list'), GROUPS.map(group => section({ ...context, facets, group, more, redraw: () => render(facets) })));
  if (focused) document.querySelector(`#facet-list [data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function section(view) {
  const { group, facets, state } = view;
  if (!group.facets.every(name => one(facets, name))) return null;
  const nodes = group.nodes(facets);
  if (nodes.length === 0 && !group.extra) return null;
  const chosen = group.facets.reduce((sum, name) => sum + state.filters[name].length, 0);
  const details = h('details', { class: 'facet', open: !memory.closed.has(group.key) },
    h('summary', { 'data-key': `summary ${group.key}` }, h('h3', {}, group.title), chosen > 0 ? h('span', { class: 'chosen' }, `已选 ${chosen}`) : null),
    group.typeAhead ? typeAhead(view) : null,
    h('div', { role: 'group', 'aria-label': group.title, id: `facet-${group.key}` }, values(view, nodes)),
    group.extra?.(view));
  details.addEventListener('toggle', () => { memory.closed[details.open ? 'delete' : 'add'](group.key); });
  return details;
}

function values(view, nodes) {
  const { group } = view;
  const typed = memory.typed.get(group.key) ?? '';
  const fitting = typed ? nodes.filter(node => node.selected || node.label.includes(typed)) : nodes;
  if (fitting.length === 0) return h('p', { class: 'none' }, typed ? `没有名称含“${typed}”的${group.title}` : '没有文件');
  const shown = memory.all.has(group.key) ? fitting : few(fitting);
  const most = Math.max(1, ...nodes.map(node => node.count ?? 0));
  return [branch(view, shown, most, 0), moreButton(view, fitting.length, shown.length)];
}

/** The first few, and every ticked one. */
function few(nodes) {
  return nodes.filter((node, i) => i < FEW || holdsSelection(node));
}

function branch(view, nodes, most, depth) {
  return h('ul', { class: depth === 0 ? 'values' : 'values below' }, nodes.map(node => item(view, node, most, depth)));
}

function item(view, node, most, depth) {
  const key = `${node.name} ${node.value}`;
  const expanded = memory.expanded.get(key) ?? node.children.some(holdsSelection);
  const parent = node.children.length > 0;
  return h('li', {},
    h('div', { class: 'value' },
      parent ? twist(view, node, key, expanded) : h('span', { class: 'twist' }),
      tick(view, node, key, most)),
    parent && expanded ? branch(view, node.children, most, depth + 1) : null);
}

function twist({ redraw }, node, key, expanded) {
  const flip = () => { memory.expanded.set(key, !expanded); redraw(); };
  return h('button', { type: 'button', class: 'twist', 'aria-expanded': String(expanded), 'aria-label': `${node.label}的下级`, 'data-key': `twist ${key}`, onclick: flip });
}

function tick({ state, go }, node, key, most) {
  const box = h('input', { type: 'checkbox', 'data-key': key, onchange: () => go(toggled(state, node.name, node.value, box.checked), { focus: 'keep' }) });
  box.checked = node.selected;
  const bar = h('span', { class: 'bar-of' });
  bar.style.width = `${Math.round(100 * (node.count ?? 0) / most)}%`;
  return h('label', {}, box, h('span', { class: 'name' }, node.label), node.count === null ? null : h('span', { class: 'count' }, count(node.count)), bar);
}

function moreButton({ group, facets, more, redraw }, fitting, shown) {
  const held = group.facets.some(name => one(facets, name).distinct > one(facets, name).values.length);
  const all = memory.all.has(group.key);
  if (all ? fitting <= FEW : shown === fitting && !held) return null;
  const flip = () => {
    memory.all[all ? 'delete' : 'add'](group.key);
    if (!all && held) more();
    else redraw();
  };
  const words = all ? '收起' : held ? '显示全部' : `显示全部 ${count(fitting)} 项`;
  return h('button', { type: 'button', class: 'plain more', 'aria-expanded': String(all), 'data-key': `more ${group.key}`, onclick: flip }, words);
}

function typeAhead(view) {
  const { group, facets, more } = view;
  let loading = false;
  const narrow = event => {
    // While an input method is composing, the text is not yet what the reader means.
    if (event.isComposing) return;
    memory.typed.set(group.key, event.target.value.trim());
    fill(byId(`facet-${group.key}`), values(view, group.nodes(view.facets)));
  };
  const load = () => {
    const facet = one(facets, group.facets[0]);
    if (loading || facet.distinct <= facet.values.length) return;
    loading = true;
    more();
  };
  const input = h('input', { type: 'search', class: 'type-ahead', placeholder: '输入名称查找', 'aria-label': `查找${group.title}`, autocomplete: 'off', 'data-key': `typed ${group.key}`,
    oninput: narrow, oncompositionend: narrow, onfocus: load });
  input.value = memory.typed.get(group.key) ?? '';
  return input;
}

function dates({ state, go }) {
  const from = h('input', { type: 'date', name: 'from', min: '1949-10-01', max: '2100-12-31' });
  const to = h('input', { type: 'date', name: 'to', min: '1949-10-01', max: '2100-12-31' });
  from.value = state.from;
  to.value = state.to;
  const apply = event => {
    event.preventDefault();
    go(changed(state, { from: from.value, to: to.value }), { focus: 'keep' });
  };
  return h('form', { class: 'dates', 'aria-label': '成文日期', onsubmit: apply },
    h('label', {}, h('span', {}, '成文日期自'), from), h('label', {}, h('span', {}, '至'), to),
    h('button', { type: 'submit', class: 'outline', 'data-key': 'apply dates' }, '应用'));
}
