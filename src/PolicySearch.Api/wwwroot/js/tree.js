// Facet values with parents become a tree.

import { UNLABELLED } from './state.js';

/**
 * Province → city → county out of three facets. A place whose upper level is not counted (it is filtered away) still hangs under it, there without a count.
 * Values without a parent, 未标注 above all, stand at the end of the top level.
 */
export function regionTree(facets) {
  const levels = ['province', 'city', 'county'].map(name => facets.find(facet => facet.name === name)).filter(Boolean);
  const roots = [];
  let above = new Map();
  for (const [depth, facet] of levels.entries()) above = addLevel(roots, above, facet, levels[depth - 1]);
  return order(roots);
}

function addLevel(roots, above, facet, upper) {
  const here = new Map();
  for (const value of facet.values) {
    const node = toNode(facet, value);
    if (value.value === UNLABELLED && upper) node.label = `${UNLABELLED}${facet.label}`;
    here.set(value.value, node);
    if (!upper || !value.parent) roots.push(node);
    else parentOf(roots, above, upper, value.parent).children.push(node);
  }
  return here;
}

function parentOf(roots, above, upper, value) {
  if (!above.has(value)) {
    const node = { name: upper.name, value, label: value, count: null, selected: false, children: [] };
    above.set(value, node);
    roots.push(node);
  }
  return above.get(value);
}

/** A tree out of one facet whose values are paths, such as the topics. */
export function pathTree(facet) {
  const nodes = new Map(facet.values.map(value => [value.value, toNode(facet, value)]));
  const roots = [];
  for (const value of facet.values) hang(nodes, roots, facet, value.value, value.parent);
  return order(roots);
}

function hang(nodes, roots, facet, value, parent) {
  const node = nodes.get(value);
  if (!parent) {
    roots.push(node);
    return;
  }
  if (!nodes.has(parent)) {
    const slash = parent.lastIndexOf('/');
    nodes.set(parent, { name: facet.name, value: parent, label: parent.slice(slash + 1), count: null, selected: false, children: [] });
    hang(nodes, roots, facet, parent, slash < 0 ? null : parent.slice(0, slash));
  }
  nodes.get(parent).children.push(node);
}

/** A flat list in the same shape. */
export function list(facet) {
  return facet.values.map(value => toNode(facet, value));
}

function toNode(facet, value) {
  return { name: facet.name, value: value.value, label: value.label, count: value.count, selected: value.selected, children: [] };
}

/** 未标注 last, everything else as it was counted. */
function order(nodes) {
  return [...nodes.filter(node => node.value !== UNLABELLED), ...nodes.filter(node => node.value === UNLABELLED)];
}

/** Whether the node or one below it is ticked. */
export function holdsSelection(node) {
  return node.selected || node.children.some(holdsSelection);
}
