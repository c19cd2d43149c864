/** The people of a project: whom it reaches and what they think of it, no nearer than the publishing rules allow. */
import { el } from '../dom.js';
import { card, stat } from '../ui/parts.js';
import { placeName } from './bits.js';

/**
 * Whom it reaches. How many live within reach of one project is not told: the circles of neighbouring projects, taken from
 * one another, would tell of single houses.
 *
 * @param result of the analysis `impact`; `null` while it is not here
 */
export function createReach(words, properties, result, community) {
  const code = properties.community_code;
  const metrics = result?.areas.find(({ area }) => area === code)?.metrics ?? [];
  const reached = metrics.find(({ id }) => id === 'reach.residents');
  const place = placeName(words, community, code);
  const residents = community?.properties.residents ?? null;
  return card(
    { title: words.t('reach.title'), class: 'reach' },
    el('p', {}, words.t('reach.circle', { metres: words.distance(result?.parameters.reach ?? 300) })),
    reached?.value !== null && reached?.value !== undefined && residents !== null
      ? el('p', {}, words.t('reach.community', { place: place.text, reached: reached.value, all: Math.round(residents / 10) * 10 }))
      : reached?.reason && el('p', { class: 'quiet' }, words.title(reached.reason.titles)),
    el('p', { class: 'quiet' }, words.t('reach.why')),
  );
}

/** What people think of it: the mean with how many said so, or that too few did. */
export function createRating(words, properties, impact) {
  if (!properties.completed_at) {
    return null;
  }
  const { rating = null, ratings = null, rating_spread: spread = null } = impact ?? {};
  return card(
    { title: words.t('rating.title'), class: 'rating' },
    rating === null
      ? el('p', {}, words.t('rating.few'))
      : stat({
          title: words.t('rating.mean'),
          value: words.number(Math.round(rating * 10) / 10),
          unit: words.t('rating.of'),
          note: [ratings !== null && words.t('rating.count', { count: ratings }), spread !== null && words.t('rating.spread', { spread: Math.round(spread * 10) / 10 })].filter(Boolean).join(' · '),
        }),
  );
}
