// Talks to the server. Every failure becomes a Problem with Chinese words.

import { searchQuery } from './state.js';

/** What went wrong: `kind` is the last part of the problem's type, or "network". */
export class Problem extends Error {
  constructor(kind, title, detail, body = {}) {
    super(detail);
    Object.assign(this, { kind, title, detail, progress: body.progress, errors: body.errors });
  }
}

/** One page of results for a view. */
export function search(state, { signal, facetSize, size } = {}) {
  const values = new URLSearchParams(searchQuery(state));
  if (facetSize) values.set('facetSize', facetSize);
  if (size !== undefined) values.set('size', size);
  return get(`api/v1/search?${values}`, signal);
}

/** Completions of what was typed. */
export function suggest(q, signal) {
  return get(`api/v1/suggest?${new URLSearchParams({ q })}`, signal);
}

/** One document with the matches of a query. */
export function document(id, { q, expand }, signal) {
  const values = q ? `?${new URLSearchParams(expand ? { q, expand } : { q })}` : '';
  return get(`api/v1/documents/${encodeURIComponent(id)}${values}`, signal);
}

/** Whether searches are answered; never throws for "not yet". */
export async function readiness(signal) {
  const response = await send('health/ready', { signal });
  return response.json();
}

/** What an address answers. */
export function get(path, signal) {
  return request(path, { signal });
}

/** What an address answers to a request with these options of fetch. */
export async function request(path, options) {
  const response = await send(path, options);
  if (response.ok) return response.json();
  const body = await response.json().catch(() => ({}));
  const kind = (body.type ?? '').split(':').pop();
  throw new Problem(kind, body.title ?? '服务器没有正常回应', body.detail ?? `状态码 ${response.status}，请稍后再试。`, body);
}

async function send(path, options) {
  try {
    return await fetch(path, { ...options, headers: { accept: 'application/json', ...options.headers } });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem('network', '连接不上服务器', '请检查网络，或确认检索服务正在运行，然后重试。');
  }
}
