/** Ready commands for a choice of a layer: those of the dataset's record, with the addresses of the choice in place of the whole. Pure. */

/**
 * @param record of the dataset: its `commands` hold the addresses of its GeoJSON file and of its items
 * @param chosen `{ file, items }`: the same addresses with the choice, encoded so that they hold no quote of any tool
 * @returns `[{ tool, title, texts }]`, the texts by language
 */
export function commandsFor({ id, commands, downloads, api }, chosen) {
  const { url } = downloads.find(({ format }) => format === 'geojson');
  const put = (text) => text.replaceAll(url, () => chosen.file).replaceAll(`${api.items}?`, () => `${chosen.items}${chosen.items.includes('?') ? '&' : '?'}`);
  const who = new URL(api.items).pathname.startsWith('/staff/') ? '--config GDAL_HTTP_USERPWD NAME:PASSWORD ' : '';
  const gdal = `ogr2ogr ${who}-f GPKG ${id}.gpkg "/vsicurl/${chosen.file}"`;
  return [
    ...commands.map(({ tool, title, texts }) => ({ tool, title, texts: Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, put(text).trimEnd()])) })),
    { tool: 'gdal', title: 'GDAL', texts: { zh: gdal, en: gdal, bo: gdal } },
  ];
}
