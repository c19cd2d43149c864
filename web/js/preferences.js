/** The reader's last choice of language and theme. Where the browser keeps nothing, the page works without. */
const KEY = 'linli';

export function readPreferences(storage) {
  try {
    const kept = JSON.parse(storage().getItem(KEY) ?? '{}');
    return kept && typeof kept === 'object' ? kept : {};
  } catch {
    return {};
  }
}

export function keepPreferences(storage, preferences) {
  try {
    storage().setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Storage is blocked or full: the choice holds until the page is closed.
  }
}
