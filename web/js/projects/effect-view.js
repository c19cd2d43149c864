/** What changed around it, told no further than the numbers go. */
import { el } from '../dom.js';
import { card } from '../ui/parts.js';
import { effectOf } from './told.js';

const SVG = 'http://www.w3.org/2000/svg';
/** The picture ends here, in percent: what is beyond goes on over the edge. */
const [LEAST, MOST] = [-100, 150];

/** @param impact the project's row of `project_impact`; `null` when it has none */
export function createEffect(words, impact) {
  const effect = effectOf(impact, words.language);
  const verdicts = { fewer: words.t('effect.fewer'), more: words.t('effect.more'), cannot_tell: words.t('effect.cannotTell'), not_enough_data: words.t('effect.notEnough') };
  return card(
    { title: words.t('effect.title'), class: 'effect' },
    effect
      ? [
          el('p', { class: `verdict ${effect.verdict}` }, verdicts[effect.verdict] ?? ''),
          effect.low !== null && interval(words, effect),
          el('p', { class: 'effect-card' }, effect.card),
          effect.low !== null && el('p', { class: 'quiet' }, words.t('effect.how')),
        ]
      : el('p', {}, words.t('effect.unbuilt')),
  );
}

/** The range in which the change lies, on a scale with «no change» in it. */
function interval(words, { low, high, estimate }) {
  const x = (percent) => (300 * (Math.min(MOST, Math.max(LEAST, percent)) - LEAST)) / (MOST - LEAST);
  const end = high === null ? MOST : high;
  const label = high === null ? words.t('effect.openRange', { low: Math.round(low) }) : words.t('effect.range', { low: Math.round(low), high: Math.round(high) });
  const svg = draw('svg', { viewBox: '-8 0 316 46', class: 'interval', role: 'img', 'aria-label': label });
  const text = (at, words_, anchor = 'middle') => {
    const node = draw('text', { x: x(at), y: 43, 'text-anchor': anchor });
    node.textContent = words_;
    return node;
  };
  svg.append(
    draw('line', { x1: 0, x2: 300, y1: 18, y2: 18, class: 'interval-base' }),
    draw('line', { x1: x(0), x2: x(0), y1: 4, y2: 32, class: 'interval-none' }),
    draw('line', { x1: x(low), x2: x(end), y1: 18, y2: 18, class: 'interval-range' }),
    ...(estimate === null ? [] : [draw('circle', { cx: x(estimate), cy: 18, r: 6, class: 'interval-point' })]),
    text(LEAST, '−100 %', 'start'),
    text(0, words.t('effect.noChange')),
    text(MOST, '+150 %', 'end'),
  );
  return svg;
}

function draw(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}
