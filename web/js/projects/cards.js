/** The projects as cards: some at once, more as the reader comes near their end, so that many thousands are no burden. */
import { el } from '../dom.js';
import { button } from '../ui/parts.js';
import { codeChip, lifeMark, money, nameIn, placeName } from './bits.js';
import { lifeOf, pictureOf } from './told.js';

const AT_ONCE = 36;

/**
 * @param context `{ words, layer, communityOf, today, metresOf }`
 * @returns `{ element, show(projects), reveal(id) }`
 */
export function createCards(context, { onPointed }) {
  const { words } = context;
  const list = el('ul', { class: 'project-cards' });
  const more = button(words.t('projects.more'), { class: 'more-cards', hidden: true, onclick: () => add() });
  const element = el('div', { class: 'project-list' }, list, more);
  let projects = [];
  const nearEnd = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && add(), { rootMargin: '600px' });
  nearEnd.observe(more);

  function add(count = AT_ONCE) {
    const start = list.children.length;
    list.append(...projects.slice(start, start + count).map((project) => card(context, project, onPointed)));
    more.hidden = list.children.length >= projects.length;
  }

  return {
    element,
    /** Cards that are the same at their place stay: nobody presses one that is gone a moment later. */
    show(shown, isAnew) {
      projects = shown;
      const same = [...list.children].every(({ dataset }, i) => dataset.code === shown[i]?.id);
      if (isAnew || !same || list.children.length === 0) {
        list.replaceChildren();
        add();
      }
      more.hidden = list.children.length >= projects.length;
    },
    /** Brings a card into sight, whole, and marks it. */
    reveal(id) {
      const at = projects.findIndex((project) => project.id === id);
      if (at >= list.children.length) {
        add(at - list.children.length + AT_ONCE);
      }
      list.querySelectorAll('.pointed').forEach((other) => other.classList.remove('pointed'));
      const found = list.children[at];
      found?.classList.add('pointed');
      found?.scrollIntoView({ block: 'nearest' });
      return found ?? null;
    },
    end: () => nearEnd.disconnect(),
  };
}

/** One project in brief; the whole of it is a way to its page. */
export function card(context, project, onPointed = () => undefined) {
  const { words, layer, communityOf, today, metresOf } = context;
  const { properties, id } = project;
  const field = (name) => layer.fields.find((each) => each.name === name);
  const picture = pictureOf(properties.picture_after);
  const place = placeName(words, communityOf(properties.community_code), properties.community_code);
  const metres = metresOf(project);
  return el(
    'li',
    { class: 'project-card', 'data-code': id, onmouseenter: () => onPointed(id), onmouseleave: () => onPointed(null) },
    picture && el('img', { src: picture, alt: '', loading: 'lazy', class: 'card-picture' }),
    el(
      'div',
      { class: 'card-text' },
      el('p', { class: 'card-line' }, codeChip(words, field('status'), properties.status), codeChip(words, field('kind'), properties.kind, { class: 'plain' })),
      el('h3', {}, el('a', { href: `/projects/${encodeURIComponent(id)}`, class: 'whole-card' }, nameIn(words, properties, 'title'))),
      el('p', { class: 'card-place' }, el('span', { lang: place.language }, place.text ?? ''), metres !== null && el('span', {}, words.distance(Math.round(metres / 10) * 10))),
      el(
        'p',
        { class: 'card-foot' },
        properties.cost !== null && properties.cost !== undefined ? el('span', { class: 'cost' }, money(words, properties.cost)) : el('span', { class: 'quiet' }, words.t('projects.noCost')),
        properties.status !== 'lapsed' && lifeMark(words, lifeOf(properties, today)),
      ),
    ),
  );
}
