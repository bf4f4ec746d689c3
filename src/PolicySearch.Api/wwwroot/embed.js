// The search box for other pages, in one file without dependencies:
//   <script src="http://HOST/embed.js" defer></script>
//   <policy-search endpoint="http://HOST"></policy-search>
// Text only ever becomes text nodes; styles are constructed sheets, which a page's style-src does not forbid.

(() => {
  'use strict';
  if (customElements.get('policy-search')) return;

  const DEBOUNCE = 150;
  const TIMEOUT = 10000;
  const SLOW = 2500;
  const home = document.currentScript?.src ? new URL(document.currentScript.src).origin : location.origin;

  function h(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== ''));
    return element;
  }

  function marked(text, matches) {
    const parts = [];
    let done = 0;
    for (const { start, end } of matches) {
      parts.push(text.slice(done, start), h('mark', {}, text.slice(start, end)));
      done = end;
    }
    return [...parts, text.slice(done)];
  }

  /**
   * An input with a list of suggestions, after the WAI-ARIA combobox pattern. While an input method composes nothing is asked and no key is taken;
   * an answer that comes after the text has changed is dropped.
   * `load(text, signal)` gives [{ text, kind, count }]; `pick(text)` is called for a chosen one; `say(message)` speaks to screen readers.
   */
  class Combobox {
    constructor({ input, list, load, pick, say, fail = () => {} }) {
      Object.assign(this, { input, list, load, pick, say, fail, items: [], active: -1, composing: false, timer: 0, running: null });
      list.setAttribute('role', 'listbox');
      list.hidden = true;
      for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, autocomplete: 'off' }))
        input.setAttribute(name, value);
      input.addEventListener('compositionstart', () => { this.composing = true; this.cancel(); });
      input.addEventListener('compositionend', () => { this.composing = false; this.schedule(); });
      input.addEventListener('input', event => { if (!this.composing && !event.isComposing) this.schedule(); });
      input.addEventListener('keydown', event => this.key(event));
      input.addEventListener('blur', () => this.close());
      // Keeps the focus in the input while an option is pressed.
      list.addEventListener('pointerdown', event => event.preventDefault());
      list.addEventListener('click', event => {
        const option = event.target.closest('[role=option]');
        if (option) this.choose(Number(option.dataset.index));
      });
    }

    get open() { return !this.list.hidden; }

    /** Drops what is being asked. */
    cancel() {
      clearTimeout(this.timer);
      this.running?.abort();
      this.running = null;
    }

    close() {
      this.cancel();
      this.list.hidden = true;
      this.active = -1;
      this.input.setAttribute('aria-expanded', 'false');
      this.input.removeAttribute('aria-activedescendant');
    }

    schedule() {
      this.cancel();
      if (!this.input.value.trim()) return this.close();
      this.timer = setTimeout(() => this.ask(), DEBOUNCE);
    }

    async ask() {
      const running = this.running = new AbortController();
      const text = this.input.value.trim();
      try {
        const items = await this.load(text, running.signal);
        if (running === this.running) this.show(items, text);
      } catch (error) {
        if (running !== this.running) return;
        this.close();
        this.fail(error);
      }
    }

    show(items, text) {
      if (items.length === 0) return this.close();
      this.items = items;
      this.active = -1;
      this.input.removeAttribute('aria-activedescendant');
      this.list.replaceChildren(...items.map((item, i) => h('li', { role: 'option', id: `${this.list.id}-${i}`, 'data-index': i, 'aria-selected': 'false' },
        h('span', { class: 'text' }, marked(item.text, typedIn(item.text, text))), h('span', { class: 'kind' }, item.kind), h('span', { class: 'count' }, `${item.count} 份`))));
      this.list.hidden = false;
      this.list.scrollTop = 0;
      this.input.setAttribute('aria-expanded', 'true');
      this.say(`${items.length} 条联想，按上下键选择`);
    }

    key(event) {
      // Safari reports the Enter that ends a composition with isComposing = false and keyCode 229.
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        if (this.open) this.move(step);
        else this.schedule();
      } else if (event.key === 'Escape' && this.open) {
        event.preventDefault();
        this.close();
      } else if (event.key === 'Enter') {
        if (this.open && this.active >= 0) {
          event.preventDefault();
          this.choose(this.active);
        } else {
          this.close();
        }
      }
    }

    /** One past either end is the input itself. */
    move(step) {
      const places = this.items.length + 1;
      this.active = (this.active + 1 + step + places) % places - 1;
      [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === this.active)));
      if (this.active < 0) return this.input.removeAttribute('aria-activedescendant');
      const option = this.list.children[this.active];
      this.input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }

    choose(index) {
      const { text } = this.items[index];
      this.input.value = text;
      this.close();
      this.pick(text);
    }
  }

  /** Where the typed parts stand in a suggestion; nothing when it was found by pinyin. */
  function typedIn(text, typed) {
    const at = text.toLowerCase().indexOf(typed.toLowerCase());
    return at < 0 ? [] : [{ start: at, end: at + typed.length }];
  }

  // The underscored names are inside names: the page may well have an --accent of its own and hand it to --policy-search-accent.
  const CSS = `
    :host { --_accent: var(--policy-search-accent, #1d4e79); --_on-accent: var(--policy-search-accent-ink, #fff); --_ink: var(--policy-search-ink, #1f2328);
      --_quiet: var(--policy-search-quiet, #5b626b); --_paper: var(--policy-search-paper, #fff); --_line: var(--policy-search-line, #8d8a83);
      --_soft: var(--policy-search-soft, #e6eef6); --_hit: var(--policy-search-mark, #ffe38f); --_bad: var(--policy-search-bad, #a1281f); --_round: var(--policy-search-radius, 6px);
      display: block; container-type: inline-size; color: var(--_ink); font: 15px/1.6 var(--policy-search-font, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif); }
    :host([hidden]) { display: none; }
    *, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; }
    [hidden] { display: none !important; }
    .off { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    form { position: relative; display: flex; gap: 8px; }
    input { flex: 1; min-width: 0; font: inherit; color: inherit; background: var(--_paper); border: 1px solid var(--_line); border-radius: var(--_round); padding: 7px 12px; }
    button { font: inherit; cursor: pointer; color: var(--_on-accent); background: var(--_accent); border: 1px solid var(--_accent); border-radius: var(--_round); padding: 7px 18px; white-space: nowrap; }
    button.plain { color: var(--_accent); background: none; border: 0; padding: 0 4px; text-decoration: underline; white-space: normal; text-align: start; }
    :focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
    ul { list-style: none; }
    [role=listbox] { position: absolute; z-index: 1000; inset: calc(100% + 4px) 0 auto; max-height: 22em; overflow-y: auto; background: var(--_paper); border: 1px solid var(--_line); border-radius: var(--_round); box-shadow: 0 6px 20px rgb(0 0 0 / 15%); }
    [role=option] { display: flex; gap: 10px; align-items: baseline; padding: 6px 12px; cursor: pointer; }
    [role=option]:hover, [role=option][aria-selected=true] { background: var(--_soft); }
    [role=option][aria-selected=true] { box-shadow: inset 3px 0 var(--_accent); }
    [role=option] mark { background: none; color: inherit; font-weight: 600; }
    .text { flex: 1; min-width: 0; overflow-wrap: anywhere; }
    .kind, .count, .facts, .note { color: var(--_quiet); font-size: .87em; }
    .kind, .count { flex: none; }
    .note { padding-top: 6px; }
    .note.bad { color: var(--_bad); }
    .results { padding-top: 6px; }
    .results li { padding: 10px 0; border-top: 1px solid color-mix(in srgb, var(--_line) 40%, transparent); }
    h3 { font-size: 1em; font-weight: 600; }
    a { color: var(--_accent); overflow-wrap: anywhere; }
    mark { background: var(--_hit); color: inherit; }
    .passage { font-size: .93em; overflow-wrap: anywhere; }
    @container (max-width: 300px) { form { flex-wrap: wrap; } form button { flex: 1; } }
  `;

  let sheet = null;

  /** One sheet for all boxes of a page; an old browser without constructed sheets gets an element. */
  function style(root) {
    try {
      if (!sheet) { sheet = new CSSStyleSheet(); sheet.replaceSync(CSS); }
      root.adoptedStyleSheets = [sheet];
    } catch {
      root.append(h('style', {}, CSS));
    }
  }

  /** What went wrong, in words for the reader. */
  class Failure extends Error {}

  class PolicySearch extends HTMLElement {
    static observedAttributes = ['endpoint', 'mode', 'city', 'topic', 'placeholder', 'label', 'size'];

    /** For the full page, whose box behaves the same. */
    static Combobox = Combobox;

    #parts = null;
    #box = null;
    #running = null;

    connectedCallback() {
      if (!this.#parts) this.#build();
      this.#apply();
    }

    disconnectedCallback() {
      this.#box?.close();
      this.#running?.abort();
    }

    attributeChangedCallback() {
      if (this.#parts) this.#apply();
    }

    #build() {
      const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
      style(root);
      const input = h('input', { type: 'search', name: 'q', maxlength: '1000', enterkeyhint: 'search', spellcheck: 'false', part: 'input' });
      const list = h('ul', { id: 'suggestions', 'aria-label': '联想', part: 'suggestions' });
      const presets = h('span', { hidden: true });
      const form = h('form', { role: 'search', method: 'get', part: 'form', onsubmit: event => this.#submit(event) },
        input, presets, h('button', { type: 'submit', part: 'button' }, '检索'), list);
      const note = h('p', { class: 'note', role: 'status', part: 'note', hidden: true });
      const spoken = h('p', { class: 'off', role: 'status' });
      const results = h('div', { class: 'results', part: 'results', hidden: true });
      root.append(form, note, spoken, results);
      this.#parts = { input, presets, form, note, results };
      this.#box = new Combobox({
        input, list,
        load: (text, signal) => this.#get('suggest', { q: text, limit: '8' }, signal).then(answer => { this.#say(''); return answer.suggestions; }),
        pick: () => form.requestSubmit(),
        say: message => { spoken.textContent = message; },
        fail: error => this.#say(error.message, true),
      });
      input.addEventListener('keydown', event => {
        if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
      });
    }

    #apply() {
      const { input, form, presets } = this.#parts;
      const label = this.getAttribute('label') || '检索政策先例';
      input.setAttribute('aria-label', label);
      form.setAttribute('aria-label', label);
      input.placeholder = this.getAttribute('placeholder') ?? '输入关键词、拼音首字母或文号';
      const base = this.#base();
      form.action = base ? `${base}/` : '';
      form.target = this.getAttribute('target') ?? '';
      presets.replaceChildren(...this.#filters().map(([name, value]) => h('input', { type: 'hidden', name, value })));
      if (!base) this.#say('检索框没有设置好：endpoint 应是检索服务的网址，如 http://HOST。', true);
    }

    /** The service's address without a slash at its end; null when the attribute is no address. */
    #base() {
      try {
        const url = new URL(this.getAttribute('endpoint') || home, location.href);
        return /^https?:$/.test(url.protocol) ? (url.origin + url.pathname).replace(/\/+$/, '') : null;
      } catch {
        return null;
      }
    }

    /** Preset filters; several values are parted by semicolons. */
    #filters() {
      return ['city', 'topic'].flatMap(name => (this.getAttribute(name) ?? '').split(/[;；]/).map(value => value.trim()).filter(Boolean).map(value => [name, value]));
    }

    #page(values) {
      return `${this.#base()}/?${new URLSearchParams([...Object.entries(values), ...this.#filters()])}`;
    }

    #say(text, bad = false) {
      const { note } = this.#parts;
      note.replaceChildren(text);
      note.hidden = !text;
      note.classList.toggle('bad', bad);
    }

    #submit(event) {
      const q = this.#parts.input.value.trim();
      this.#box.close();
      if (this.getAttribute('mode') === 'page' && q && this.#base()) return;
      event.preventDefault();
      if (q) this.#search(q);
    }

    async #search(q) {
      const { results } = this.#parts;
      this.#running?.abort();
      const running = this.#running = new AbortController();
      results.hidden = true;
      this.#say('正在检索…');
      const slow = setTimeout(() => this.#say('检索服务响应较慢，请稍候…'), SLOW);
      try {
        const size = String(Math.min(20, Math.max(1, Number(this.getAttribute('size')) || 5)));
        const answer = await this.#get('search', { q, size }, running.signal);
        if (running === this.#running) this.#show(q, answer);
      } catch (error) {
        if (running !== this.#running) return;
        this.#say(error.message, true);
        this.#parts.note.append(' ', h('button', { type: 'button', class: 'plain', onclick: () => this.#search(q) }, '重试'));
      } finally {
        clearTimeout(slow);
      }
    }

    #show(q, answer) {
      const { results } = this.#parts;
      const again = answer.didYouMean ? h('button', { type: 'button', class: 'plain', onclick: () => this.#again(answer.didYouMean.query) }, answer.didYouMean.query) : null;
      this.#say(answer.total > 0 ? `找到 ${answer.total} 份文件。` : '没有找到符合条件的文件。');
      if (again) this.#parts.note.append('您是不是要找：', again);
      results.hidden = answer.total === 0;
      results.replaceChildren(
        h('ul', {}, answer.hits.map(hit => this.#hit(q, hit))),
        h('p', {}, h('a', { href: this.#page({ q }), target: '_blank', rel: 'noopener' }, `在检索页查看全部 ${answer.total} 份`)));
    }

    #again(q) {
      this.#parts.input.value = q;
      this.#search(q);
    }

    #hit(q, { id, title, fragments, facts }) {
      return h('li', {},
        h('h3', {}, h('a', { href: this.#page({ q, doc: id }), target: '_blank', rel: 'noopener' }, marked(title.text, title.matches))),
        h('p', { class: 'facts' }, [facts.issuer, facts.docNumber, facts.issueDate ?? (facts.year && `${facts.year}年`)].filter(Boolean).join('　')),
        fragments.slice(0, 1).map(fragment => h('p', { class: 'passage' }, fragment.offset > 0 ? '…' : '', marked(fragment.text, fragment.matches), '…')));
    }

    /** Asks the service; every failure, slowness included, becomes one line. */
    async #get(path, values, signal) {
      const base = this.#base();
      if (!base) throw new Failure('检索框没有设置好：endpoint 应是检索服务的网址，如 http://HOST。');
      const query = new URLSearchParams(Object.entries(values));
      if (path === 'search') this.#filters().forEach(([name, value]) => query.append(name, value));
      const late = AbortSignal.timeout(TIMEOUT);
      const either = new AbortController();
      for (const one of [signal, late]) one.addEventListener('abort', () => either.abort());
      let response;
      try {
        response = await fetch(`${base}/api/v1/${path}?${query}`, { signal: either.signal, credentials: 'omit', headers: { accept: 'application/json' } });
        if (response.ok) return await response.json();
      } catch {
        throw new Failure(late.aborted ? '检索服务没有及时回应，请稍后再试。' : '连接不上检索服务，请稍后再试或联系管理员。');
      }
      const problem = await response.json().catch(() => ({}));
      throw new Failure(problem.detail ?? '检索服务暂时不可用，请稍后再试。');
    }
  }

  customElements.define('policy-search', PolicySearch);
})();
