// Leads from an extracted value to the words of the text that say it.

const POINTED = 'pointed';

/** Marks an element as showing a stretch of the document's text, in UTF-16 units. */
export function spans(element, offset, length) {
  element.dataset.start = offset;
  element.dataset.end = offset + length;
  return element;
}

/** Scrolls to a place and points at its words; at the whole paragraph where the browser cannot point at less. */
export function pointAt(place) {
  const target = [...document.querySelectorAll('.paper [data-start]')].find(one => Number(one.dataset.start) <= place.start && place.start < Number(one.dataset.end));
  if (!target) return;
  document.querySelector(`.${POINTED}`)?.classList.remove(POINTED);
  target.closest('details')?.setAttribute('open', '');
  const words = CSS.highlights && range(target, place.start - target.dataset.start, Math.min(place.end, target.dataset.end) - target.dataset.start);
  if (words) CSS.highlights.set(POINTED, new Highlight(words));
  else target.classList.add(POINTED);
  target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
}

/** The characters [start, end) of an element's text; null when it does not hold them. */
function range(element, start, end) {
  const found = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const here = passed + node.length;
    if (!begun && start < here) {
      found.setStart(node, start - passed);
      begun = true;
    }
    if (begun && end <= here) {
      found.setEnd(node, end - passed);
      return found;
    }
    passed = here;
  }
  return null;
}
