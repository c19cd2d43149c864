/** One project's page: what was wrong, what was done, who paid, and whether it lives. */
import { fetchPage } from '../api/features.js';
import { fetchFeature } from '../api/portal.js';
import { fetchAnalysis } from '../api/analyses.js';
import { el, icon } from '../dom.js';
import { formatHash } from '../hash.js';
import { createPlan } from '../map/plan.js';
import { button, card, missing, skeleton, trouble } from '../ui/parts.js';
import { codeChip, lifeMark, nameIn, placeName } from './bits.js';
import { createBeforeAfter } from './before-after.js';
import { createEffect } from './effect-view.js';
import { createLife } from './life-view.js';
import { createMoney } from './money-view.js';
import { createRating, createReach } from './people-view.js';
import { boxOf } from './place.js';
import { createTimeline } from './timeline.js';
import { lifeOf, pictureOf } from './told.js';
import { WISH_PARTS } from './wish.js';

const BACKGROUND = ['communities', 'green_spaces', 'buildings', 'paths'];
const AROUND_DEGREES = 0.0012;
const NOT_FOUND = 404;

/**
 * @param context as the list has it
 * @returns `{ element, end }`; the element fills when the project is here
 */
export function createProjectView(context, code) {
  const { shell, layer, data, today } = context;
  const { words, access } = shell;
  const leaving = new AbortController();
  const ends = [() => leaving.abort()];
  const element = el('article', { class: 'project' }, back(), skeleton(words.t('page.loading'), 8));
  start();

  async function start() {
    try {
      const feature = await fetchFeature({ layer: 'projects', code }, leaving.signal);
      await data.load().catch(() => undefined);
      fill(feature);
    } catch (failure) {
      fail(failure);
    }
  }

  function fail(failure) {
    if (leaving.signal.aborted) {
      return;
    }
    const isGone = failure.status === NOT_FOUND;
    const again = button(words.t('down.retry'), { onclick: start });
    element.replaceChildren(back(), isGone ? missing(words, words.t('project.gone'), home({ class: 'button strong' })) : trouble(words.t('card.failed'), again));
  }

  function fill(feature) {
    const { properties } = feature;
    const title = nameIn(words, properties, 'title', 'h1', { tabindex: '-1', class: 'project-title' });
    const community = data.communityOf(properties.community_code);
    const money = createMoney(words, properties);
    const reach = el('div', {}, createReach(words, properties, null, community));
    const rating = el('div', {});
    const effect = el('div', {});
    const rest = el('div', { class: 'project-late', 'aria-busy': 'true' }, skeleton(words.t('page.loading')));
    ends.push(() => money.end());
    element.replaceChildren(
      back(),
      head(properties, title, community),
      el(
        'div',
        { class: 'project-columns' },
        el(
          'div',
          { class: 'project-main' },
          createBeforeAfter(words, { before: pictureOf(properties.picture_before), after: pictureOf(properties.picture_after) }, title.textContent),
          story(properties),
          createLife(words, properties, today),
          card({ title: words.t('project.stages') }, createTimeline(words, layer, properties)),
          effect,
        ),
        el('div', { class: 'project-side' }, money.element, rating, reach, mapCard(feature), rest, share(feature)),
      ),
    );
    shell.entitle(title.textContent);
    title.focus({ preventScroll: true });
    tellLater(properties, { money, reach, rating, effect, rest, community });
  }

  /** What has to be worked out comes after what is written down. */
  async function tellLater(properties, { money, reach, rating, effect, rest, community }) {
    const [impact, result] = await Promise.all([impactOf(properties), fetchAnalysis(access, 'impact', {}, leaving.signal).catch(() => null)]);
    if (leaving.signal.aborted) {
      return;
    }
    rest.remove();
    if (impact.failed) {
      const again = button(words.t('down.retry'), { onclick: () => tellLater(properties, { money, reach, rating, effect, rest, community }) });
      effect.replaceChildren(card({ title: words.t('effect.title') }, trouble(impact.said ?? words.t('effect.failed'), again)));
    } else {
      money.tell(impact.row);
      effect.replaceChildren(...(properties.completed_at ? [createEffect(words, impact.row)] : []));
      rating.replaceChildren(...[createRating(words, properties, impact.row)].filter(Boolean));
    }
    reach.replaceChildren(createReach(words, properties, result, community));
  }

  async function impactOf({ completed_at: completed }) {
    if (!completed) {
      return { row: null, failed: false };
    }
    try {
      const { properties } = await fetchPage(`${access.path('/ogc/collections/project_impact/items')}/${encodeURIComponent(code)}`, leaving.signal);
      return { row: properties, failed: false };
    } catch (failure) {
      return { row: null, failed: failure.status !== NOT_FOUND, said: failure.said };
    }
  }

  function head(properties, title, community) {
    const field = (name) => layer.fields.find((each) => each.name === name);
    const place = placeName(words, community, properties.community_code);
    const proposer = field('proposer_kind')?.codes.find(({ code: known }) => known === properties.proposer_kind);
    return el(
      'header',
      { class: 'project-head' },
      el(
        'p',
        { class: 'project-kicker' },
        codeChip(words, field('kind'), properties.kind, { class: 'plain' }),
        properties.community_code && el('a', { href: `/projects#v1&area=${encodeURIComponent(properties.community_code)}`, lang: place.language }, place.text),
      ),
      title,
      otherNames(properties, title.textContent),
      el('p', { class: 'project-state' }, codeChip(words, field('status'), properties.status), properties.completed_at && properties.status !== 'lapsed' && lifeMark(words, lifeOf(properties, today)), proposer && el('span', { class: 'quiet' }, words.t('project.proposer', { who: words.title(proposer.titles) }))),
    );
  }

  function otherNames(properties, said) {
    const names = [['zh', properties.title], ['en', properties.title_en], ['bo', properties.title_bo]].filter(([, name]) => name && name !== said);
    return names.length > 0 && el('p', { class: 'also' }, names.map(([language, name]) => el('span', { lang: language }, name)));
  }

  function story(properties) {
    const told = words.text('story', (name) => properties[name] ?? null);
    return told && el('section', { class: 'project-story' }, el('h2', { class: 'unseen' }, words.t('project.story')), el('p', { lang: told.language }, told.text), told.language !== words.language && el('p', { class: 'quiet' }, words.t('project.untranslated')));
  }

  function mapCard({ geometry, id }) {
    const box = geometry && boxOf(geometry);
    if (!box) {
      return null;
    }
    const mapElement = el('div', { class: 'plan small', tabindex: '0', role: 'application', 'aria-label': words.t('project.map') });
    requestAnimationFrame(() => {
      if (!leaving.signal.aborted) {
        const plan = createPlan(mapElement, shell);
        plan.show(BACKGROUND);
        plan.fit([box[0] - AROUND_DEGREES, box[1] - AROUND_DEGREES, box[2] + AROUND_DEGREES, box[3] + AROUND_DEGREES]);
        plan.choose(geometry);
        ends.push(() => plan.end());
      }
    });
    return card({ title: words.t('project.where'), actions: el('a', { href: `/#v1&feature=projects/${encodeURIComponent(id)}` }, words.t('project.onMap')), class: 'where' }, mapElement);
  }

  function share({ id }) {
    const copy = button(words.t('card.copy'), { drawing: 'link', onclick: async () => (copy.lastChild.textContent = (await copied()) ? words.t('card.copied') : words.t('share.failed')) });
    copy.setAttribute('aria-live', 'polite');
    return el(
      'div',
      { class: 'project-share' },
      copy,
      navigator.share && button(words.t('share.send'), { onclick: () => navigator.share({ title: document.title, url: location.href }).catch(() => undefined) }),
      button(words.t('share.print'), { onclick: () => window.print() }),
      el('a', { class: 'button', href: `/ogc/collections/projects/items/${encodeURIComponent(id)}?f=json` }, words.t('card.data')),
    );
  }

  /** Back to the list as it was left. */
  function back() {
    return home({ class: 'back' }, icon('back'));
  }

  function home(properties, ...before) {
    return el('a', { ...properties, href: `/projects${formatHash(shell.store.get(), WISH_PARTS)}` }, before, words.t('project.back'));
  }

  return { element, end: () => ends.splice(0).forEach((stop) => stop()) };
}

async function copied() {
  try {
    await navigator.clipboard.writeText(location.href);
    return true;
  } catch {
    return false;
  }
}
