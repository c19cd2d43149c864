/** The portal's name, its pages, the languages, the theme, and who is at work. */
import { el, icon } from '../dom.js';
import { LANGUAGES } from '../hash.js';
import { OPEN_PAGES, pathOf } from '../routes.js';
import { createStaffDoor } from './staff-door.js';

const NAMES = { zh: ['中', '中文'], en: ['EN', 'English'], bo: ['བོད', 'བོད་ཡིག'] };
const SVG = 'http://www.w3.org/2000/svg';

/** @returns the masthead's parts. On a narrow window all but the pages is behind one button. */
export function createMasthead(shell) {
  const { store, words, portal } = shell;
  const more = el('div', { class: 'masthead-more', id: 'masthead-more' }, languages(store, words), themeButton(store, words), ownAccount(shell), createStaffDoor(shell));
  return [
    brand(shell.addressOf('map'), words.title(portal.name)),
    navigation(shell),
    opener(words, more),
    more,
  ];
}

/** The masthead of a portal that does not answer: its pages, the language and the theme are there all the same. */
export function createBareMasthead({ store, words }) {
  const addressOf = (page) => pathOf({ page, code: null });
  const more = el('div', { class: 'masthead-more', id: 'masthead-more' }, languages(store, words), themeButton(store, words));
  return [brand(addressOf('map'), words.t('nav.portal')), navigation({ store, words, addressOf }), opener(words, more), more];
}

function brand(href, name) {
  return el('a', { class: 'brand', href, 'aria-label': name }, mark(), el('span', {}, name));
}

function navigation({ store, words, addressOf }) {
  const titles = { map: words.t('nav.map'), coverage: words.t('nav.coverage'), projects: words.t('nav.projects'), data: words.t('nav.data') };
  const { page: current } = store.get().route;
  const link = (page) => el('li', {}, el('a', { href: addressOf(page), 'aria-current': page === current ? 'page' : null }, titles[page]));
  return el('nav', { class: 'pages', 'aria-label': words.t('nav.label') }, el('ul', {}, OPEN_PAGES.map(link)));
}

/** For whoever is in: their password, and for administrators who else is. */
function ownAccount({ store, words, addressOf }) {
  const isThere = store.get().route.page === 'accounts';
  return store.get().isStaff && el('a', { class: 'own-account-link', href: addressOf('accounts'), 'aria-current': isThere ? 'page' : null }, words.t('nav.accounts'));
}

/** Opens and folds the rest on a narrow window; Escape and a press elsewhere fold it too. */
function opener(words, more) {
  const button = el('button', { type: 'button', class: 'icon-button masthead-opener', 'aria-label': words.t('nav.more'), 'aria-controls': more.id, 'aria-expanded': 'false' }, icon('more'));
  const open = (isOpen) => {
    more.classList.toggle('open', isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
  };
  button.addEventListener('click', () => open(!more.classList.contains('open')));
  more.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && more.classList.contains('open')) {
      open(false);
      button.focus();
    }
  });
  more.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !more.contains(relatedTarget) && relatedTarget !== button) {
      open(false);
    }
  });
  return button;
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

function languages(store, words) {
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
        onclick: () => store.set({ language }),
      },
      short,
    );
  };
  return el('div', { class: 'languages', role: 'group', 'aria-label': words.t('language.label') }, LANGUAGES.map(button));
}

function themeButton(store, words) {
  const isDark = store.get().dark;
  const name = isDark ? words.t('theme.light') : words.t('theme.dark');
  return el(
    'button',
    { type: 'button', class: 'icon-button theme', 'aria-label': name, title: name, onclick: () => store.set({ theme: isDark ? 'light' : 'dark' }) },
    icon(isDark ? 'sun' : 'moon'),
  );
}
