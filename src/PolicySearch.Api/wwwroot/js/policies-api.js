// Asks for cited policies, tables and files.

import { get } from './api.js';
import { searchQuery } from './state.js';

const LIST_FILTERS = ['province', 'year', 'topic'];

/** A page of the policies that the list's view asks for. */
export function policies(state, signal) {
  const values = new URLSearchParams();
  if (state.name) values.set('q', state.name);
  for (const name of LIST_FILTERS) state.filters[name].forEach(value => values.append(name, value));
  values.set('page', state.page);
  return get(`api/v1/policies?${values}`, signal);
}

/** One policy with a page of those who cite it. */
export function policy(id, page, signal) {
  return get(`api/v1/policies/${encodeURIComponent(id)}?page=${encodeURIComponent(page)}`, signal);
}

/** Counts of a view's documents by two facets. */
export function counts(state, { rows, columns, ...limits }, signal) {
  return get(`api/v1/compare?${tableQuery(state, { rows, columns, ...limits })}`, signal);
}

/** Figures that a view's documents state. */
export function figures(state, { measure, unit }, signal) {
  return get(`api/v1/compare/figures?${tableQuery(state, { measure, unit })}`, signal);
}

/** Address of a file with all results of a view. */
export function exportUrl(state, format) {
  return `api/v1/export?${fileQuery(state, { format })}`;
}

/** Address of the report on a view. */
export function reportUrl(state) {
  return `api/v1/report?${fileQuery(state, {})}`;
}

function tableQuery(state, more) {
  return fileQuery({ ...state, sort: '' }, more);
}

function fileQuery(state, more) {
  const values = new URLSearchParams(searchQuery({ ...state, page: '', size: '' }));
  for (const [name, value] of Object.entries(more)) if (value) values.set(name, value);
  return values;
}
