/** What is wanted of a layer: conditions on its fields, a place, times. */
import { fetchAll } from '../api/features.js';
import { el, refill } from '../dom.js';
import { onceMeant } from '../ui/deliberate.js';
import { button, choice, timeField } from '../ui/parts.js';
import { createEditor } from './editors.js';
import { outlineOf } from './outline.js';

/**
 * @param context `{ words, record, hasCommunities, signal }`
 * @param state the wish, and `set(patch)` changes it
 * @param plan `() => plan`, the map of the page, for drawing on it
 */
export function createWhere({ words, record, hasCommunities, signal }, { get, set }, plan) {
  const rows = el('div', { class: 'conditions' });
  const place = el('div', { class: 'place' });
  const clear = button(words.t('where.clear'), { class: 'clear', onclick: () => set({ conditions: [], box: null, ring: null, from: null, to: null }) });
  const adding = el('select', { id: 'add-condition' });
  const addingSaid = onceMeant(adding, words.t('where.enter'), add);
  const element = el(
    'div',
    { class: 'where' },
    rows,
    el('div', { class: 'choice' }, el('label', { class: 'choice add-condition' }, el('span', {}, words.t('where.add')), adding), addingSaid),
    record.geometry !== 'none' && place,
    record.period && times(),
    clear,
  );
  let drawing = false;
  let shownFields = null;
  let shownPlace = null;
  let communities = null;
  refresh();

  function fieldOf(name) {
    return record.fields.find((field) => field.name === name);
  }

  function add(name) {
    set({ conditions: [...get().conditions, { field: name }] });
    rows.lastElementChild?.querySelector('.condition-input input, .condition-input select')?.focus();
  }

  function change(i, condition) {
    const { conditions } = get();
    set({ conditions: condition ? conditions.map((each, at) => (at === i ? condition : each)) : conditions.filter((_, at) => at !== i) });
  }

  /** Rows are made anew only when other fields are chosen: nobody's typing is interrupted. */
  function refresh() {
    const { conditions, box, ring } = get();
    const fields = conditions.map(({ field }) => field).join();
    if (fields !== shownFields) {
      shownFields = fields;
      rows.replaceChildren(...conditions.map((condition, i) => fieldOf(condition.field) && createEditor(words, fieldOf(condition.field), condition, (next) => change(i, next))).filter(Boolean));
      const free = record.fields.filter(({ name }) => !conditions.some(({ field }) => field === name));
      adding.replaceChildren(el('option', { value: '' }, words.t('where.choose')), ...free.map((field) => el('option', { value: field.name }, words.title(field.titles) || field.name)));
    }
    clear.hidden = conditions.length === 0 && !box && !ring && !get().from && !get().to;
    showPlace(box, ring);
  }

  /** Made anew only when the place is another: a focus in it stays. */
  function showPlace(box, ring) {
    const key = JSON.stringify([box, ring]);
    if (drawing || key === shownPlace) {
      return;
    }
    shownPlace = key;
    const said = ring ? words.t('place.ring', { count: ring.length }) : box ? words.t('place.box') : words.t('place.everywhere');
    const hadFocus = place.contains(document.activeElement);
    refill(
      place,
      el('p', { class: 'place-said' }, el('strong', {}, words.t('place.title')), ' ', el('span', {}, said)),
      el(
        'div',
        { class: 'place-ways' },
        button(words.t('place.draw'), { drawing: 'plan', 'data-key': 'draw', onclick: begin }),
        button(words.t('place.view'), { drawing: 'whole', 'data-key': 'view', onclick: () => set({ box: plan().box().map((edge) => Number(edge.toFixed(5))), ring: null }) }),
        (box || ring) && button(words.t('place.clear'), { onclick: () => set({ box: null, ring: null }) }),
      ),
      hasCommunities ? communityPicker() : '',
    );
    if (hadFocus && !place.contains(document.activeElement)) {
      place.querySelector('button').focus();
    }
  }

  /** An area that exists already: a community's outline. Their list is asked for when somebody wants it. */
  function communityPicker() {
    const options = () => [{ value: '', title: communities ? words.t('where.choose') : words.t('place.list') }, ...(communities ?? []).map((each) => ({ value: each.id, title: words.text('name', (name) => each.properties[name] ?? null)?.text ?? each.id }))];
    const picker = choice({ id: 'pick-community', label: words.t('place.community'), options: options(), value: '', onchange: () => undefined });
    const select = picker.querySelector('select');
    const said = onceMeant(select, words.t('where.enter'), pickCommunity);
    select.addEventListener('focus', async () => {
      if (!communities) {
        communities = await fetchAll('/ogc/collections/communities/items?limit=1000', signal).catch(() => null);
        select.replaceChildren(...options().map(({ value, title }) => el('option', { value }, title)));
      }
    });
    return el('div', { class: 'choice' }, picker, said);
  }

  function pickCommunity(code) {
    const ring = outlineOf(communities?.find(({ id }) => id === code)?.geometry);
    if (ring) {
      set({ ring, box: null });
      plan().fit(boxOf(ring));
    }
  }

  /** Corner by corner, by pointer on the map or by the middle of the map from the keyboard. */
  function begin() {
    drawing = true;
    plan().area.begin();
    const said = el('p', { role: 'status', 'aria-live': 'polite' }, words.t('draw.how'));
    const tell = (count) => (said.textContent = count < 3 ? words.t('draw.more', { count }) : words.t('draw.enough', { count }));
    const done = button(words.t('draw.done'), { isStrong: true, onclick: () => finish() });
    place.replaceChildren(
      said,
      el(
        'div',
        { class: 'place-ways' },
        button(words.t('draw.middle'), { drawing: 'target', onclick: () => tell(plan().area.add()) }),
        button(words.t('draw.undo'), { onclick: () => tell(plan().area.undo()) }),
        done,
        button(words.t('draw.cancel'), { onclick: () => stop(null) }),
      ),
    );
    corner = (latlng) => tell(plan().area.add(latlng));
    place.querySelector('button').focus();
  }

  let corner = () => undefined;

  function finish() {
    const ring = plan().area.end();
    if (!ring) {
      plan().area.resume();
    } else {
      stop(ring.map(([lon, lat]) => [Number(lon.toFixed(5)), Number(lat.toFixed(5))]));
    }
  }

  function stop(ring) {
    drawing = false;
    shownPlace = null;
    corner = () => undefined;
    plan().area.end();
    if (ring) {
      set({ ring, box: null });
    } else {
      plan().area.show(get().ring);
    }
    refresh();
    place.querySelector('button').focus();
  }

  function times() {
    const end = (name, label) => timeField(words, label, { type: 'date', value: get()[name] ?? '', oninput: ({ target }) => set({ [name]: target.value || null }) });
    return el('fieldset', { class: 'times' }, el('legend', {}, words.t('times.title')), end('from', words.t('where.from')), end('to', words.t('where.to')));
  }

  return {
    element,
    refresh,
    /** The map was pressed, in its middle unless a place is given: while an area is drawn, that is a corner of it. */
    pressed: (latlng) => corner(latlng),
  };
}

function boxOf(ring) {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
