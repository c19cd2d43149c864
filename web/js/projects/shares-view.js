/** How projects and their money are shared among communities, in sentences that anyone can read. */
import { fetchAnalysis } from '../api/analyses.js';
import { createLorenz } from '../charts/lorenz.js';
import { el } from '../dom.js';
import { button, card, empty, segments, skeleton, stat, table, trouble } from '../ui/parts.js';
import { money, placeName } from './bits.js';
import { communityRows, leftOut, sharingOf } from './shares.js';
import { ANY } from './wish.js';

const MOST_ROWS = 100;

/** @returns `{ element, end }` */
export function createSharesView({ shell, data }) {
  const { words, access } = shell;
  const leaving = new AbortController();
  const element = el('div', { class: 'shares' }, skeleton(words.t('page.loading'), 9));
  let chart = null;
  load();

  async function load() {
    try {
      const ask = (id) => fetchAnalysis(access, id, {}, leaving.signal);
      const [equity, impact, hazards] = await Promise.all([ask('equity'), ask('impact').catch(() => null), ask('hazard').catch(() => null), data.load().catch(() => null)]);
      fill(equity, impact, hazards);
    } catch (failure) {
      if (!leaving.signal.aborted) {
        element.replaceChildren(trouble(failure.said ?? words.t('card.failed'), button(words.t('down.retry'), { onclick: load })));
      }
    }
  }

  function fill(equity, impact, hazards) {
    const rows = communityRows(equity, hazards);
    if (rows.length === 0) {
      element.replaceChildren(empty(words.t('shares.none')));
      return;
    }
    element.replaceChildren(
      el('p', { class: 'quiet' }, words.t('shares.asOf', { date: words.day(equity.asOf) })),
      headlines(equity, impact),
      el('div', { class: 'shares-columns' }, curve(equity), nothing(equity, rows.length)),
      byCommunity(rows),
      fromImpact(impact),
    );
  }

  function headlines(equity, impact) {
    const valueOf = (id) => impact?.metrics.find((metric) => metric.id === id)?.value ?? null;
    const told = impact?.series.find(({ id }) => id === 'funding.stack.told')?.points ?? [];
    const all = told.reduce((sum, { value }) => (sum === null || value === null ? null : sum + value), 0);
    const publicMoney = told.find(({ key }) => key === 'public')?.value ?? null;
    const without = valueOf('funding.no_public');
    const people = valueOf('reach.residents');
    return el(
      'div',
      { class: 'stats' },
      stat({ title: words.t('shares.built'), value: numberOr(equity.metrics.find(({ id }) => id === 'equity.reached')?.value) }),
      stat({ title: words.t('shares.people'), value: numberOr(people), note: words.t('shares.peopleNote') }),
      told.length > 0 && all ? stat({ title: words.t('shares.money'), value: money(words, all), note: words.t('shares.moneyNote', { percent: Math.round((100 * (all - publicMoney)) / all) }) }) : null,
      without === null ? null : stat({ title: words.t('shares.without'), value: words.quantity(Math.round(100 * without), '%'), note: words.t('shares.withoutNote') }),
    );
  }

  function curve(equity) {
    const body = el('div', {});
    const things = { money: words.t('shares.thingMoney'), projects: words.t('shares.thingProjects'), green: words.t('shares.thingGreen') };
    const show = (thing) => {
      chart?.end();
      chart = null;
      const sharing = sharingOf(equity, thing);
      if (sharing.lowerHalf === null) {
        body.replaceChildren(el('p', {}, words.t('shares.noCurve')));
        return;
      }
      chart = createLorenz({ title: inWords(sharing), points: sharing.points, words, equalTitle: words.t('shares.equal'), realTitle: things[thing], peopleTitle: words.t('shares.residents') });
      body.replaceChildren(el('p', { class: 'plain-words' }, inWords(sharing)), chart.element, el('p', { class: 'quiet' }, byChance(sharing)), sharing.needGini !== null ? el('p', { class: 'quiet' }, byNeed(sharing)) : '');
    };
    const choose = segments({ label: words.t('shares.which'), name: 'shared-thing', options: Object.entries(things).map(([value, title]) => ({ value, title })), value: 'money', onchange: show });
    show('money');
    return card({ title: words.t('shares.curve'), actions: choose, class: 'curve' }, body);
  }

  function inWords({ lowerHalf, upperTenth }) {
    return words.t('shares.inWords', { half: Math.round(100 * lowerHalf), tenth: Math.round(100 * upperTenth) });
  }

  function byChance({ gini, chance, isBeyondChance }) {
    const values = { gini: round(gini), chance: round(chance) };
    return isBeyondChance === null ? words.t('shares.gini', values) : isBeyondChance ? words.t('shares.beyondChance', values) : words.t('shares.likeChance', values);
  }

  function byNeed({ gini, needGini }) {
    return needGini < gini - 0.01 ? words.t('shares.needCloser', { need: round(needGini) }) : needGini > gini + 0.01 ? words.t('shares.needFarther', { need: round(needGini) }) : words.t('shares.needSame', { need: round(needGini) });
  }

  /** Those with nothing are named. */
  function nothing(equity, all) {
    const without = leftOut(equity);
    const line = ({ code, metres }) =>
      el('li', {}, link(code), metres !== null && el('span', { class: 'quiet' }, words.t('shares.nearest', { distance: words.distance(Math.round(metres / 10) * 10) })));
    return card(
      { title: words.t('shares.nothing'), class: 'left-out' },
      without.length === 0 ? el('p', {}, words.t('shares.nobodyLeft', { count: all })) : [el('p', {}, words.t('shares.left', { count: without.length, all })), el('ul', { class: 'left-list' }, without.map(line))],
    );
  }

  function byCommunity(rows) {
    const most = Math.max(...rows.map((row) => row.money ?? 0), 1);
    const mostHazards = Math.max(...rows.map((row) => row.hazards ?? 0), 1);
    const columns = [
      { title: words.t('shares.community'), cell: ({ code }) => link(code) },
      { title: words.t('shares.perMoney'), numeric: true, cell: ({ money: amount, reason }) => (amount === null ? words.title(reason?.titles) || '–' : meter(amount / most, money(words, amount), 'money-meter')) },
      { title: words.t('shares.perHazards'), numeric: true, cell: ({ hazards }) => (hazards === null ? '–' : meter(hazards / mostHazards, words.decimal(hazards, 1), 'need-meter')) },
      { title: words.t('shares.projects'), numeric: true, cell: ({ reached }) => (reached === null ? '–' : words.number(reached)) },
    ];
    return card({ title: words.t('shares.table'), note: words.t('shares.tableNote') }, table({ caption: words.t('shares.table'), columns, rows: rows.slice(0, MOST_ROWS) }));
  }

  /** What may be said of all projects together, and only of them together. */
  function fromImpact(impact) {
    const pooled = (id) => impact?.metrics.find((metric) => metric.id === `hazards.change.pooled${id}`);
    const [low, high, count] = [pooled('.low')?.value, pooled('.high')?.value, pooled('.projects')?.value];
    const reason = pooled('')?.reason;
    if (!impact) {
      return null;
    }
    const said = low === null || low === undefined || high === null || high === undefined ? words.t('shares.effectUnknown', { why: words.title(reason?.titles) }) : effectIn(low, high, count);
    return card({ title: words.t('shares.effect') }, el('p', {}, said), el('p', { class: 'quiet' }, words.t('shares.effectNote')));
  }

  function effectIn(low, high, count) {
    const values = { count, low: signed(low), high: signed(high) };
    return high < 1 ? words.t('shares.effectFewer', values) : low > 1 ? words.t('shares.effectMore', values) : words.t('shares.effectNone', values);
  }

  function signed(ratio) {
    const percent = Math.round(100 * (ratio - 1));
    return `${percent < 0 ? '−' : '+'}${Math.abs(percent)} %`;
  }

  function link(code) {
    const place = placeName(words, data.communityOf(code), code);
    const open = (event) => {
      event.preventDefault();
      shell.store.set({ ...ANY, area: code });
    };
    return el('a', { href: `/projects#v1&area=${encodeURIComponent(code)}`, lang: place.language, onclick: open }, place.text);
  }

  function numberOr(value) {
    return value === null || value === undefined ? '–' : words.number(Math.round(value));
  }

  return {
    element,
    end() {
      leaving.abort();
      chart?.end();
    },
  };
}

function round(gini) {
  return gini === null ? '–' : Math.round(gini * 100) / 100;
}

/** A number with a bar behind it, as long as its share of the largest. */
function meter(share, text, kind) {
  const bar = el('span', { class: `meter ${kind}`, 'aria-hidden': 'true' });
  bar.style.width = `${Math.round(100 * share)}%`;
  return el('span', { class: 'metered' }, bar, el('span', { class: 'meter-text' }, text));
}
