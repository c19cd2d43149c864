/** Who paid: the sum, how it is put together, as a picture and as a table. */
import { el } from '../dom.js';
import { createStack } from '../charts/stack.js';
import { card } from '../ui/parts.js';
import { money } from './bits.js';
import { moneyOf } from './told.js';

/** Okabe and Ito's colours, which every eye can tell apart. */
const COLOURS = { public: '#0072b2', match: '#56b4e9', crowdfunding: '#e69f00', donation: '#cc79a7', in_kind: '#009e73', others: '#d8a24a' };

/** @returns `{ element, tell(impact), end }`; until it is told of what was built, only the sum stands there */
export function createMoney(words, properties) {
  const content = el('div', {});
  const element = card({ title: words.t('money.title'), class: 'money' }, content);
  let chart = null;

  function tell(impact, isKnown = true) {
    chart?.end();
    chart = null;
    const { state, total, parts } = moneyOf(properties, impact);
    if (state === 'none') {
      content.replaceChildren(el('p', {}, words.t('money.none')));
      return;
    }
    const given = parts.filter(({ amount }) => amount > 0);
    chart = given.length > 0 ? createStack({ title: said(given, total), parts: given.map((part) => bar(part, total)), words, nameTitle: words.t('money.source'), valueTitle: words.t('money.amount') }) : null;
    content.replaceChildren(
      el('p', { class: 'stat-value' }, el('span', { class: 'figure' }, money(words, total))),
      ...(chart || !properties.completed_at ? [el('p', { class: 'money-said' }, said(given, total))] : []),
      ...(chart ? [chart.element, legend(given, total)] : []),
      ...(isKnown && notes()[state] ? [el('p', { class: 'quiet' }, notes()[state])] : []),
    );
  }

  function notes() {
    return { withheld: words.t('money.withheld'), unknown: words.t('money.unknown'), unbuilt: properties.status === 'lapsed' ? null : words.t('money.unbuilt') };
  }

  function bar({ source, amount }, total) {
    return { name: titleOf(source), value: amount, said: `${money(words, amount)} · ${percent(amount, total)}`, colour: COLOURS[source] };
  }

  function legend(parts, total) {
    const row = ({ source, amount }) => {
      const dot = el('span', { class: 'dot', 'aria-hidden': 'true' });
      dot.style.backgroundColor = COLOURS[source];
      return el('div', {}, el('dt', {}, dot, titleOf(source)), el('dd', {}, money(words, amount), el('span', { class: 'quiet' }, percent(amount, total))));
    };
    return el('dl', { class: 'money-parts' }, parts.map(row));
  }

  /** What was never built has cost nothing yet. */
  function said(parts, total) {
    return properties.completed_at ? sentence(parts, total) : properties.status === 'lapsed' ? words.t('money.lapsed') : words.t('money.planned');
  }

  function sentence(parts, total) {
    const own = total - (parts.find(({ source }) => source === 'public')?.amount ?? 0);
    return own === total ? words.t('money.allOwn') : own === 0 ? words.t('money.allPublic') : words.t('money.partOwn', { percent: Math.round((100 * own) / total) });
  }

  function titleOf(source) {
    const titles = { public: words.t('money.public'), match: words.t('money.match'), crowdfunding: words.t('money.crowdfunding'), donation: words.t('money.donation'), in_kind: words.t('money.inKind'), others: words.t('money.others') };
    return titles[source];
  }

  function percent(amount, total) {
    return words.quantity(Math.round((100 * amount) / total), '%');
  }

  tell(null, !properties.completed_at);
  return { element, tell, end: () => chart?.end() };
}
