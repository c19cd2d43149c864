/** The suggested next round: where to walk next, within a time, so that most of the gap does not come about. */
import { fetchFile, fetchNextRound } from '../api/analyses.js';
import { el } from '../dom.js';
import { button, choice, empty, skeleton, trouble } from '../ui/parts.js';
import { sayValue } from './numbers.js';

const BUDGETS = [30, 60, 90, 120];
const FIRST_BUDGET = 60;

/** Whether the portal suggests rounds to this reader. */
export function hasRound({ definitions }) {
  return definitions?.some(({ id }) => id === 'next_round') ?? false;
}

export function createRound(page) {
  const { store, words, actions, map, watch } = page;
  const answer = el('div', { class: 'round-answer', 'aria-live': 'polite' });
  const asked = { budget: FIRST_BUDGET, start: null };
  let asking = null;

  const suggest = button(words.t('round.suggest'), { isStrong: true, onclick: () => ask(null) });
  const element = el(
    'div',
    { class: 'round' },
    el('p', { class: 'quiet' }, words.t('round.lead')),
    el(
      'div',
      { class: 'tool-list' },
      choice({ label: words.t('round.budget'), options: BUDGETS.map((minutes) => ({ value: String(minutes), title: words.quantity(minutes, 'min') })), value: String(asked.budget), onchange: (value) => (asked.budget = Number(value)) }),
      suggest,
      button(words.t('round.fromMiddle'), { drawing: 'target', onclick: () => ask(map.middle()) }),
    ),
    answer,
  );

  async function ask(start) {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    answer.replaceChildren(skeleton(words.t('page.loading')));
    try {
      const { duty, area, asOf } = store.get();
      const round = await fetchNextRound({ duty, asOf, community: area, budget: asked.budget, start: start && start.map((degrees) => degrees.toFixed(7)).join(',') }, signal);
      if (!signal.aborted) {
        store.set({ round });
      }
    } catch (failure) {
      if (!signal.aborted) {
        answer.replaceChildren(trouble(failure.said ?? words.t('coverage.noAnswer'), button(words.t('down.retry'), { onclick: () => ask(start) })));
      }
    }
  }

  function tell(round) {
    if (!round) {
      answer.replaceChildren();
    } else if (round.stops.length === 0) {
      answer.replaceChildren(empty(words.t('round.none')));
    } else {
      answer.replaceChildren(...told(round));
    }
  }

  function told(round) {
    const said = el('p', { class: 'trouble', role: 'alert' });
    return [
      el('p', { class: 'round-gain' }, el('strong', { class: 'figure' }, sayValue(round.share, 'share', words)), ' ', words.t('round.gain', { days: Math.round(round.personDaysAvoided) })),
      el('p', { class: 'quiet' }, words.t('round.way', { count: round.stops.length, minutes: words.quantity(Math.round(round.minutes), 'min'), length: words.distance(Math.round(round.metres)) })),
      el(
        'div',
        { class: 'tool-list' },
        button('GPX', { drawing: 'save', 'data-key': 'gpx', onclick: () => save(round, said) }),
        button(words.t('round.print'), { drawing: 'print', onclick: () => window.print() }),
        button(words.t('whatif.end'), { drawing: 'close', 'data-key': 'end', onclick: end }),
      ),
      said,
      el('ol', { class: 'worst-list' }, round.stops.map(stop)),
      round.left.buildings > 0 && el('p', { class: 'quiet' }, words.t('round.left', { count: round.left.buildings })),
    ].filter(Boolean);
  }

  /** What was pressed for it goes: whoever pressed it is where rounds are asked for. */
  function end() {
    store.set({ round: null });
    suggest.focus();
  }

  function stop({ order, code, titles, minutes, personDaysAvoided, residents, lon, lat }) {
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', class: 'worst-row', 'data-code': code, onclick: () => map.fit([lon - 0.0005, lat - 0.0004, lon + 0.0005, lat + 0.0004]) },
        el('span', { class: 'rank' }, words.number(order)),
        el('span', { class: 'two-lines' }, el('span', { class: 'name' }, words.title(titles) || code), el('span', { class: 'under' }, words.t('round.stop', { minutes: words.quantity(Math.round(minutes), 'min'), residents: Math.round(residents) }))),
        el('span', { class: 'worst-figure' }, el('strong', {}, words.number(Math.round(personDaysAvoided))), el('span', { class: 'under' }, words.unit('person-days'))),
      ),
    );
  }

  async function save(round, said) {
    said.textContent = '';
    try {
      const address = URL.createObjectURL(await fetchFile(round.gpx));
      el('a', { href: address, download: 'next-round.gpx' }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    } catch (failure) {
      said.textContent = failure.said ?? words.t('coverage.noAnswer');
    }
  }

  watch((state) => state.round, (round) => {
    tell(round);
    actions.showRound(round);
  });
  tell(store.get().round);
  return { element, end: () => asking?.abort() };
}
