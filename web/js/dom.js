/**
 * Makes an element: `el('p', { class: 'note' }, 'text', child)`. Text becomes a text node, never markup; a property that
 * begins with `on` is a listener; `null`, `false` and `undefined` are left out.
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    setProperty(element, name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function setProperty(element, name, value) {
  if (name.startsWith('on')) {
    element.addEventListener(name.slice(2), value);
  } else if (value === true) {
    element.setAttribute(name, '');
  } else if (value !== null && value !== undefined && value !== false) {
    element.setAttribute(name, value);
  }
}

/** Makes an element's children anew; whoever was at one of them, told by its `data-key`, is there again. */
export function refill(element, ...children) {
  const { activeElement } = document;
  const key = element.contains(activeElement) ? activeElement.dataset.key : null;
  element.replaceChildren(...children);
  if (key) {
    element.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  }
}

const SVG = 'http://www.w3.org/2000/svg';

const ICONS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.3 15.3 20 20',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  chevron: 'M8 10l4 4 4-4',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  whole: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  link: 'M9.5 14.5l5-5M8 11l-2.2 2.2a3.5 3.5 0 0 0 5 5L13 16M16 13l2.2-2.2a3.5 3.5 0 0 0-5-5L11 8',
  target: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 3v3M12 18v3M3 12h3M18 12h3',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  info: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 11v5M12 8h.01',
  play: 'M8 5.5v13l10-6.5Z',
  pause: 'M8 5.5v13M16 5.5v13',
  print: 'M7 9V4h10v5M7 17H4.5v-6.5a1.5 1.5 0 0 1 1.5-1.5h12a1.5 1.5 0 0 1 1.5 1.5V17H17M7 14h10v6H7Z',
  save: 'M12 4v11M7.5 11 12 15.5 16.5 11M5 19.5h14',
  undo: 'M8.5 5 4.5 9l4 4M5 9h9a5 5 0 0 1 0 10h-3',
  bin: 'M5 7h14M10 4h4M7 7l1 12.5h8L17 7',
  pen: 'M5 19l1-4L16 5l3 3L9 18Z',
  leaf: 'M5 19c0-8 4-13 14-14 0 9-4 13.5-11 13.5M5 19c1.5-4 4-6.5 8-8',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  key: 'M14.5 4a5.5 5.5 0 1 0 2.2 10.5L18 13l2 .5.5-3-2-.5A5.5 5.5 0 0 0 14.5 4ZM9.6 12 4 17.6V20h3v-2h2v-2l1.8-1.8M15.5 8.5h.01',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 7.5V12l3 2',
  filter: 'M4 6h16M7 12h10M10 18h4',
  tick: 'M5 12.5 10 17.5 19.5 7',
  wrench: 'M14.5 6.2a4.2 4.2 0 0 1 5.4 5.2L8.8 20.6a2 2 0 0 1-2.9-2.9L15.2 6.8M14.5 6.2 17 3.8',
  question: 'M9 9a3 3 0 1 1 4.2 2.7c-.9.5-1.2 1.1-1.2 2.3M12 18h.01',
  sprout: 'M12 20v-8M12 12c0-4 2-6 6-6 0 4-2 6-6 6ZM12 14c0-3-1.8-4.6-5-4.6 0 3 1.8 4.6 5 4.6Z',
  rest: 'M9 6v12M15 6v12',
  plan: 'M5 19 6 15 16 5l3 3L9 18ZM14 7l3 3',
  moon: 'M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7Z',
};

/** A 24-unit line drawing in the colour of the text around it; it says nothing to a screen reader. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}
