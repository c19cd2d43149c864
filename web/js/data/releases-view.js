/** The releases at the foot of the catalogue: the newest, all of them, and for editors a button that makes one. */
import { beginRelease, cancelRelease, fetchReleaseJob, fetchReleaseJobs, fetchReleases } from '../api/releases.js';
import { fetchDatasets } from '../api/datasets.js';
import { el } from '../dom.js';
import { button, progressBar } from '../ui/parts.js';

const MAKERS = ['editor', 'admin'];
const ASK_AGAIN_MS = 700;
/** So often in a row the server may not answer before it is said. */
const PATIENCE = 5;

/** @returns `{ element, end }` */
export function createReleasesView({ words, access }) {
  let titles = null;
  const leaving = new AbortController();
  const { signal } = leaving;
  const newest = el('p', { class: 'newest' });
  const told = el('div', { class: 'release-told', role: 'status', 'aria-live': 'polite' });
  const bar = el('div', { class: 'release-bar' });
  const make = button(words.t('release.make'), { drawing: 'save', class: 'make-release', onclick: begin });
  const stop = button(words.t('release.cancel'), { drawing: 'close', class: 'stop-release', hidden: true, onclick: cancel });
  let underWay = null;
  const isMaker = MAKERS.includes(access.who()?.role);
  const element = el(
    'section',
    { class: 'releases' },
    el('h2', {}, words.t('release.title')),
    el('p', {}, words.t('release.text')),
    newest,
    isMaker && el('div', { class: 'release-make' }, make, el('p', { class: 'quiet' }, words.t('release.makeText')), bar, stop, told),
  );
  const releaseLink = (id) => el('a', { href: `/releases/${encodeURIComponent(id)}?lang=${words.language}` }, id);
  showNewest();
  if (isMaker) {
    resume();
  }

  async function showNewest() {
    const all = el('a', { href: `/releases?lang=${words.language}` }, words.t('release.all'));
    const releases = await fetchReleases(signal).catch(() => null);
    if (releases === null) {
      newest.replaceChildren(all);
    } else if (releases.length === 0) {
      newest.replaceChildren(words.t('release.none'));
    } else {
      newest.replaceChildren(releaseLink(releases[0].id), ` · ${words.t('data.features', { count: releases[0].features })} · `, all);
    }
  }

  /** Whoever comes back while one is being made sees how far it is. */
  async function resume() {
    const jobs = await fetchReleaseJobs(signal).catch(() => []);
    if (jobs.length > 0 && !jobs[0].over) {
      await follow(jobs[0]);
    }
  }

  /** Of all that may be in it, what analyses made too; without them its names are told. */
  async function titlesOf() {
    const { datasets } = await fetchDatasets(access, {}, signal).catch(() => ({ datasets: [] }));
    return new Map(datasets.map((each) => [each.id, each.titles]));
  }

  async function begin() {
    if (make.getAttribute('aria-disabled') === 'true') {
      return;
    }
    wait(true);
    told.replaceChildren(el('p', {}, words.t('release.begun')));
    try {
      await follow(await beginRelease());
    } catch (failure) {
      fail(failure.said);
    }
  }

  /** The job itself tells when it has ended, and how: it may have been made in the meantime. */
  async function cancel() {
    if (underWay === null || stop.getAttribute('aria-disabled') === 'true') {
      return;
    }
    stop.setAttribute('aria-disabled', 'true');
    try {
      await cancelRelease(underWay);
    } catch (failure) {
      stop.setAttribute('aria-disabled', 'false');
      told.replaceChildren(el('p', { class: 'trouble' }, failure.said ?? words.t('release.lost')));
    }
  }

  async function follow(job) {
    wait(true);
    underWay = job;
    stop.setAttribute('aria-disabled', 'false');
    stop.hidden = false;
    titles ??= await titlesOf();
    for (let now = job, silent = 0; !signal.aborted; ) {
      show(now);
      if (now.over) {
        return;
      }
      await new Promise((later) => setTimeout(later, ASK_AGAIN_MS));
      try {
        now = await fetchReleaseJob(job, signal);
        silent = 0;
      } catch (failure) {
        silent += 1;
        if (!failure.passing || silent >= PATIENCE) {
          return fail(failure.said ?? words.t('release.lost'));
        }
      }
    }
  }

  function show(job) {
    if (job.state === 'released') {
      wait(false);
      told.replaceChildren(el('p', { class: 'release-made' }, words.t('release.made'), ' ', releaseLink(job.release)));
      showNewest();
    } else if (job.over) {
      fail(job.message);
    } else {
      showProgress(job.progress);
    }
  }

  /** The bar moves with every file; it is read aloud only when the layer changes. */
  function showProgress({ layer, files, files_total: total }) {
    const text = layer === null ? words.t('release.begun') : words.t('release.writing', { layer: words.title(titles.get(layer)) || layer });
    if (told.textContent !== text) {
      told.replaceChildren(el('p', {}, text));
    }
    const share = total > 0 ? files / total : null;
    bar.replaceChildren(progressBar(words.t('release.progress'), share), el('span', { class: 'release-files' }, total > 0 ? words.t('release.files', { files, total }) : ''));
  }

  function fail(said) {
    if (!signal.aborted) {
      wait(false);
      told.replaceChildren(el('p', { class: 'trouble' }, said ?? words.t('release.failed')));
    }
  }

  /** Stays in the order of the keyboard while it waits: whoever pressed it is not sent to the page's top. */
  function wait(isWaiting) {
    make.setAttribute('aria-disabled', String(isWaiting));
    if (!isWaiting) {
      bar.replaceChildren();
      leaveStop();
    }
  }

  /** Whoever pressed it is not sent to the page's top either. */
  function leaveStop() {
    underWay = null;
    if (stop.contains(document.activeElement)) {
      make.focus();
    }
    stop.hidden = true;
  }

  return { element, end: () => leaving.abort() };
}
