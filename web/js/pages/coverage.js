/** The coverage page: where nobody comes, since when. */
import { fetchAnalysis } from '../api/analyses.js';
import { el } from '../dom.js';
import { button, documentPage, skeleton, stat, trouble } from '../ui/parts.js';

const HEADLINES = ['duty.kept', 'coverage.buildings', 'coverage.residents', 'coverage.need', 'gap.person_days'];

export function mount(shell) {
  const { words, place, access } = shell;
  const title = words.t('nav.coverage');
  const contents = el('div', {}, skeleton(words.t('page.loading')));
  place.append(documentPage(title, null, contents));
  shell.entitle(title);
  const leaving = new AbortController();
  load();

  async function load() {
    try {
      const { metrics } = await fetchAnalysis(access, 'patrol', {}, leaving.signal);
      const shown = HEADLINES.flatMap((id) => metrics.filter((metric) => metric.id === id));
      contents.replaceChildren(el('div', { class: 'stats' }, shown.map(figure)));
    } catch (failure) {
      if (!leaving.signal.aborted) {
        contents.replaceChildren(trouble(failure.said ?? words.t('down.title'), button(words.t('down.retry'), { onclick: load })));
      }
    }
  }

  function figure({ titles, value, unit, reason }) {
    const shown = value === null ? '–' : unit === 'share' ? words.quantity(Math.round(value * 100), '%') : words.number(Math.round(value));
    return stat({ title: words.title(titles), value: shown, note: value === null ? words.title(reason?.titles) : null });
  }

  return {
    end() {
      leaving.abort();
      place.replaceChildren();
    },
  };
}
