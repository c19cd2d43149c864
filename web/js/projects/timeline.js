/** From an idea to today: the stages with their dates, those still to come after them. */
import { el } from '../dom.js';
import { stagesOf } from './told.js';

export function createTimeline(words, layer, properties) {
  return el('ol', { class: 'stages' }, stagesOf(layer, properties).map((stage) => item(words, stage, properties)));
}

function item(words, { titles, colour, at, days, state, code }, { lapse_reason: reason }) {
  const dot = el('span', { class: 'stage-dot', 'aria-hidden': 'true' });
  dot.style.setProperty('--stage', colour ?? '#999999');
  return el(
    'li',
    { class: `stage ${state}`, 'aria-current': state === 'now' ? 'step' : null },
    dot,
    el('span', { class: 'stage-name' }, words.title(titles), state === 'ahead' && el('span', { class: 'unseen' }, ` ${words.t('stage.ahead')}`)),
    el('span', { class: 'stage-date' }, at ? words.date(at) : state === 'ahead' ? '' : words.t('stage.undated')),
    days !== null && el('span', { class: 'stage-days' }, days === 0 ? words.t('card.sameDay') : words.t('card.after', { count: days })),
    code === 'lapsed' && reason && el('p', { class: 'stage-reason' }, words.t('stage.reason'), el('span', { lang: 'zh' }, reason)),
  );
}
