// What the page shows, and its URL. Everything visible stands in the URL, so a link reproduces the view.

export const UNLABELLED = '未标注';

/** Facets in the order of the page; the first three make one tree. */
export const FACETS = ['province', 'city', 'county', 'year', 'topic', 'kind', 'issuer', 'outcome', 'policy'];

export const REGION_LEVELS = ['province', 'city', 'county'];

const DEFAULTS = { q: '', from: '', to: '', sort: 'relevance', page: 1, size: 10, expand: '', doc: '', view: '', of: '', name: '', rows: '', columns: '', measure: '', unit: '' };

/** What a search takes beside query and filters, and what only the page knows. */
const OF_SEARCH = ['from', 'to', 'sort', 'page', 'size', 'expand'];
const OF_PAGE = ['doc', 'view', 'of', 'name', 'rows', 'columns', 'measure', 'unit'];

/** Reads a view out of a query string. */
export function parse(search) {
  const values = new URLSearchParams(search);
  const filters = {};
  for (const name of FACETS) filters[name] = [...new Set(values.getAll(name).filter(Boolean))];
  return {
    q: values.get('q') ?? '',
    filters,
    from: values.get('from') ?? '',
    to: values.get('to') ?? '',
    sort: values.get('sort') || DEFAULTS.sort,
    page: values.get('page') || DEFAULTS.page,
    size: values.get('size') || DEFAULTS.size,
    expand: values.get('expand') === 'false' ? 'false' : '',
    ...Object.fromEntries(OF_PAGE.map(name => [name, values.get(name) ?? ''])),
  };
}

/** The query string of a view, without what is default. */
export function query(state) {
  return write(state, [...OF_SEARCH, ...OF_PAGE]);
}

/** What of a view a search takes, as a query string. */
export function searchQuery(state) {
  return write(state, OF_SEARCH);
}

function write(state, names) {
  const values = new URLSearchParams();
  if (state.q) values.set('q', state.q);
  for (const name of FACETS) state.filters[name].forEach(value => values.append(name, value));
  for (const name of names) {
    if (state[name] && String(state[name]) !== String(DEFAULTS[name])) values.set(name, state[name]);
  }
  return values.toString();
}

/** The address of a view. */
export function url(state) {
  const text = query(state);
  return text ? `./?${text}` : './';
}

/** The view with some things changed, on its first page and as a list unless the change says otherwise. */
export function changed(state, change) {
  return { ...state, page: 1, doc: '', ...change };
}

/** The list for a view: the way out of a page of its own. */
export function listed(state, change) {
  return changed(state, { view: '', of: '', name: '', rows: '', columns: '', measure: '', unit: '', ...change });
}

/** The view with a filter value added or taken away. */
export function toggled(state, name, value, on) {
  const values = state.filters[name].filter(other => other !== value);
  if (on) values.push(value);
  const filters = { ...state.filters, [name]: values };
  // Levels of places narrow each other, so a city beside another province's tick would find nothing: a tick moves the choice to its level.
  if (on && REGION_LEVELS.includes(name)) {
    for (const other of REGION_LEVELS) if (other !== name) filters[other] = [];
  }
  return changed(state, { filters });
}

/** The view without any filter. */
export function cleared(state) {
  return changed(state, { filters: Object.fromEntries(FACETS.map(name => [name, []])), from: '', to: '' });
}

/** Filters in force: facet values, and the dates. */
export function filterCount(state) {
  return FACETS.reduce((sum, name) => sum + state.filters[name].length, 0) + (state.from ? 1 : 0) + (state.to ? 1 : 0);
}

/** Whether the view asks for nothing in particular. */
export const isStart = state => !state.q.trim() && filterCount(state) === 0 && Number(state.page) === 1;
