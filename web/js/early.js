/** Runs before the first paint (`blocking="render"`), so that a chosen theme or language never flashes past another. */
import { parseHash, LANGUAGES, THEMES } from './hash.js';
import { readPreferences } from './preferences.js';

const kept = readPreferences(() => window.localStorage);
const named = parseHash(location.hash);
const theme = named.theme ?? kept.theme;
const language = named.language ?? new URLSearchParams(location.search).get('lang') ?? kept.language ?? document.documentElement.lang;
if (THEMES.includes(theme)) {
  document.documentElement.dataset.theme = theme;
}
document.documentElement.lang = LANGUAGES.includes(language) ? language : 'zh';
