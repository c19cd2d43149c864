/** The chosen projects as files, as a feed and as a place in the open data: all with the same choice. */
import { el } from '../dom.js';
import { card } from '../ui/parts.js';
import { addressWith } from '../data/wanted.js';
import { conditionsOf } from './conditions.js';
import { filterOf } from '../data/cql2.js';
import { formatHash } from '../hash.js';
import { EVERYTHING, WANTED_PARTS } from '../data/wanted.js';

const FORMATS = [['geojson', 'GeoJSON'], ['gpkg', 'GeoPackage'], ['csv', 'CSV'], ['xlsx', 'Excel']];

/** @returns `{ element, refresh(wish, count) }` */
export function createTakeAway({ shell: { words }, data }) {
  const said = el('p', { class: 'quiet' });
  const files = el('p', { class: 'files' });
  const element = card({ title: words.t('take.title'), class: 'take-away' }, said, files);

  function refresh(wish, count) {
    const { conditions, isWhole } = conditionsOf(wish, data.communities());
    const filter = filterOf(conditions);
    const query = filter ? [['filter', filter]] : [];
    said.textContent = isWhole ? words.t('take.these', { count }) : words.t('take.without');
    files.replaceChildren(
      ...FORMATS.map(([ending, title]) => el('a', { class: 'button', href: addressWith(`/data/projects.${ending}`, query), download: '' }, title)),
      el('a', { class: 'button', href: `/data/projects${formatHash({ ...EVERYTHING, conditions }, WANTED_PARTS)}` }, words.t('take.more')),
      el('a', { class: 'button', href: '/feeds/projects.atom' }, words.t('take.feed')),
    );
  }

  return { element, refresh };
}
