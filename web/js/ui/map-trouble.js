/** What a map that is a part of a page lacks, said over it with the way on. */
import { el } from '../dom.js';
import { button } from './parts.js';

/** @returns `{ element, late(count), gone(title) }`: tiles that are still to come, and a layer that is not there any more */
export function createMapTrouble(words, retry) {
  const element = el('div', { class: 'map-trouble', role: 'status' });
  let isGone = false;
  const say = (text, title, onclick) => element.replaceChildren(el('p', {}, text), button(title, { onclick }));
  return {
    element,
    late(count) {
      if (!isGone) {
        count > 0 ? say(words.t('notice.tiles'), words.t('notice.retry'), retry) : element.replaceChildren();
      }
    },
    gone(title) {
      isGone = true;
      say(words.t('notice.gone', { title }), words.t('notice.reload'), () => location.reload());
    },
  };
}
