/** Frozen releases, and for editors the making of one. Shapes are those of the server's answers. */
import { getJson, remove, sendForm } from './http.js';

const JOBS = '/staff/api/releases';

/** `[{ id, features, datasets, url, … }]`, the newest first. */
export async function fetchReleases(signal) {
  const { releases } = await getJson('/releases?f=json', signal);
  return releases;
}

/** The makings that the server remembers, as {@link beginRelease}, the newest first. */
export async function fetchReleaseJobs(signal) {
  const { jobs } = await getJson(JOBS, signal);
  return jobs;
}

/** Begins to freeze what the public may see. @returns `{ id, href, state, over, progress: { layer, files, files_total }, message, release, url }` */
export function beginRelease() {
  return sendForm(JOBS, {});
}

/** The job as it is now. @param job as {@link beginRelease} returned it; its message is in the page's language */
export function fetchReleaseJob({ href }, signal) {
  return getJson(`${href}?lang=${document.documentElement.lang}`, signal);
}

/** Asks the making of one to end without a release; what came of it {@link fetchReleaseJob} tells. */
export function cancelRelease({ href }) {
  return remove(href);
}
