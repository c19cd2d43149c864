/** The projects, with where they are: asked for once, page by page, and shared by the list, the map and each project's page. */
import { fetchAll, pagesOf } from '../api/features.js';
import { parentsOf } from './place.js';

const PROJECTS = '/ogc/collections/projects/items?limit=1000';
const COMMUNITIES = '/ogc/collections/communities/items?limit=1000';

/** @returns `{ load(onMore), projects(), communities(), communityOf(code), isComplete() }` */
export function createProjects(layers, signal) {
  const hasCommunities = layers.some(({ id }) => id === 'communities');
  let communities = new Map();
  let parents = new Map();
  let projects = [];
  let isComplete = false;
  let loading = null;

  /** Begins once; each caller hears of what has come so far. @throws {ApiError} when it cannot go on; asking again begins anew */
  function load(onMore = () => undefined) {
    loading ??= gather().catch((failure) => {
      loading = null;
      throw failure;
    });
    listeners.add(onMore);
    return loading;
  }

  const listeners = new Set();

  async function gather() {
    projects = [];
    const places = hasCommunities ? await fetchAll(COMMUNITIES, signal) : [];
    communities = new Map(places.map((place) => [place.id, place]));
    parents = parentsOf(places);
    for await (const { features } of pagesOf(PROJECTS, signal)) {
      projects = [...projects, ...features.map(placed)];
      listeners.forEach((listener) => listener());
    }
    isComplete = true;
  }

  function placed(feature) {
    const { community_code: code } = feature.properties;
    const above = parents.get(code) ?? [];
    const names = [code, ...above].flatMap((each) => namesOf(communities.get(each)));
    return { ...feature, parents: above, placeNames: names };
  }

  return {
    load,
    unheard: (listener) => listeners.delete(listener),
    projects: () => projects,
    communities: () => [...communities.values()],
    communityOf: (code) => communities.get(code) ?? null,
    isComplete: () => isComplete,
  };
}

function namesOf(community) {
  return ['name', 'name_en', 'name_bo'].map((field) => community?.properties[field]).filter(Boolean);
}
