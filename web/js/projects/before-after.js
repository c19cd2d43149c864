/** Two pictures of one place, one over the other; a slider moves the edge between them. */
import { el } from '../dom.js';

/** @param pictures `{ before, after }`, addresses; with one alone it is shown by itself, with none there is nothing */
export function createBeforeAfter(words, { before, after }, title) {
  if (!before && !after) {
    return null;
  }
  if (!before || !after) {
    return el('figure', { class: 'pictures single' }, picture(before ?? after, before ? words.t('picture.before', { title }) : words.t('picture.after', { title }), 'after'));
  }
  const frame = el('figure', { class: 'pictures' });
  const slider = el('input', {
    type: 'range',
    min: 0,
    max: 100,
    value: 50,
    class: 'picture-slider',
    'aria-label': words.t('picture.slider'),
    'aria-valuetext': '',
    oninput: () => move(),
  });
  const move = () => {
    frame.style.setProperty('--edge', `${slider.value}%`);
    slider.setAttribute('aria-valuetext', words.t('picture.share', { percent: Number(slider.value) }));
  };
  frame.append(
    picture(after, words.t('picture.after', { title }), 'after'),
    picture(before, words.t('picture.before', { title }), 'before'),
    el('span', { class: 'picture-tag left', 'aria-hidden': 'true' }, words.t('picture.beforeTag')),
    el('span', { class: 'picture-tag right', 'aria-hidden': 'true' }, words.t('picture.afterTag')),
    el('span', { class: 'picture-edge', 'aria-hidden': 'true' }),
    slider,
  );
  move();
  return frame;
}

/** A picture that is not there leaves nothing broken behind. */
function picture(src, alt, which) {
  const image = el('img', { src, alt, class: `picture ${which}`, width: 960, height: 640, decoding: 'async' });
  image.addEventListener('error', () => image.closest('figure')?.remove());
  return image;
}
