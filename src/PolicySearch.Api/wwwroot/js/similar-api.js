// Asks for similar documents and for reused wording.

import { get, request } from './api.js';
import { query } from './state.js';

/** The filters and the page of a view as parameters. */
function parameters(state, { size, facetSize, region } = {}) {
  const values = new URLSearchParams(query({ ...state, q: '', doc: '', view: '', of: '', sort: '', expand: '' }));
  if (size) values.set('size', size);
  if (facetSize) values.set('facetSize', facetSize);
  if (region) values.set('region', region);
  const text = values.toString();
  return text ? `?${text}` : '';
}

/** Documents similar to an indexed one. */
export function similarTo(id, state, options = {}) {
  return get(`api/v1/documents/${encodeURIComponent(id)}/similar${parameters(state, options)}`, options.signal);
}

/** Documents similar to a draft: a text, or a file. */
export function similarToDraft(draft, state, options = {}) {
  return post(`api/v1/similar${parameters(state, options)}`, draft, options.signal);
}

/** Wording of a text that has been used before. */
export function reused(text, signal) {
  return post('api/v1/passages?size=20', { text }, signal);
}

function post(path, { text, file }, signal) {
  const body = file ? new FormData() : text;
  if (file) body.append('file', file);
  return request(path, { signal, method: 'POST', body, headers: file ? {} : { 'content-type': 'text/plain; charset=utf-8' } });
}
