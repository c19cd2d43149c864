/** The portal's name, the languages and the theme. */
import { el, icon } from '../dom.js';
import { LANGUAGES } from '../hash.js';

const NAMES = { zh: ['中', '中文'], en: ['EN', 'English'], bo: ['བོད', 'བོད་ཡིག'] };
const SVG = 'http://www.w3.org/2000/svg';

export function createMasthead({ store, words, portal, actions }) {
  return el(
    'header',
    { class: 'masthead' },
    el('h1', { class: 'brand' }, mark(), el('span', {}, words.title(portal.name))),
    languages(words, actions),
    themeButton(store, words, actions),
  );
}

/** Four houses around a yard; one of them is ours. */
function mark() {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'mark');
  svg.setAttribute('aria-hidden', 'true');
  const houses = ['M3 4.5A1.5 1.5 0 0 1 4.5 3h5v7H3Z', 'M13.5 3h6A1.5 1.5 0 0 1 21 4.5V7h-7.5Z', 'M3 14h7v7H4.5A1.5 1.5 0 0 1 3 19.5Z', 'M13.5 11H21v8.5a1.5 1.5 0 0 1-1.5 1.5h-6Z'];
  svg.append(
    ...houses.map((d) => {
      const house = document.createElementNS(SVG, 'path');
      house.setAttribute('d', d);
      return house;
    }),
  );
  return svg;
}

function languages(words, actions) {
  const button = (language) => {
    const [short, name] = NAMES[language];
    const note = language === 'bo' ? `${name} — ${words.t('language.review')}` : name;
    return el(
      'button',
      {
        type: 'button',
        lang: language,
        title: note,
        'aria-label': name,
        'aria-pressed': String(language === words.language),
        'data-language': language,
        onclick: () => actions.speak(language),
      },
      short,
    );
  };
  return el('div', { class: 'languages', role: 'group', 'aria-label': words.t('language.label') }, LANGUAGES.map(button));
}

function themeButton(store, words, actions) {
  const isDark = store.get().dark;
  const name = isDark ? words.t('theme.light') : words.t('theme.dark');
  return el(
    'button',
    { type: 'button', class: 'icon-button theme', 'aria-label': name, title: name, onclick: () => actions.wear(isDark ? 'light' : 'dark') },
    icon(isDark ? 'sun' : 'moon'),
  );
}
