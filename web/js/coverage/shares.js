/** Communities coloured by a share: ColorBrewer's RdYlBu in five, as the classes of buildings are. */
export const AREA_LAYER = 'area_shares';

/** The least share of each class, from ill to well. */
export const SHARES = [
  { code: 'least', from: 0, colour: '#a50026' },
  { code: 'low', from: 0.4, colour: '#fc8d59' },
  { code: 'middle', from: 0.6, colour: '#fee090' },
  { code: 'high', from: 0.8, colour: '#91bfdb' },
  { code: 'most', from: 0.95, colour: '#4575b4' },
];

/** The class of a share; `null` where it is not known. */
export function shareClassOf(share) {
  return share === null ? null : SHARES.filter(({ from }) => share >= from).at(-1).code;
}

export function shareColourOf(share) {
  return SHARES.find(({ code }) => code === shareClassOf(share))?.colour ?? null;
}

/** `60–80 %`, of a class by its code. */
export function shareTitle(code, words) {
  const i = SHARES.findIndex((each) => each.code === code);
  const [from, to] = [SHARES[i].from, SHARES[i + 1]?.from ?? 1].map((share) => Math.round(share * 100));
  return `${words.number(from)}–${words.quantity(to, '%')}`;
}

/** A layer as the map takes them: the areas of the communities' tiles, coloured by what is known of each. */
export function shareLayer(communities) {
  return {
    ...communities,
    id: AREA_LAYER,
    styleField: 'share',
    fields: [{ name: 'share', codes: SHARES.map(({ code, colour }) => ({ code, titles: {}, colour })) }],
  };
}
