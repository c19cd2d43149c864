/** The handle of the phone's sheet: drag it, or press it, to open and fold what is under it. */
import { el } from '../dom.js';

export const STOPS = ['peek', 'half', 'full'];

/** The stop nearest to a height, of those in `heights` (`{ peek, half, full }`, in pixels). */
export function nearestStop(height, heights) {
  return STOPS.reduce((best, stop) => (Math.abs(heights[stop] - height) < Math.abs(heights[best] - height) ? stop : best));
}

export function createSheetHandle(page, sheet) {
  const { words, store, actions } = page;
  const handle = el('button', { type: 'button', class: 'handle', 'aria-label': words.t('page.sheet') });
  const refresh = (stop) => {
    sheet.dataset.stop = stop;
    handle.setAttribute('aria-expanded', String(stop !== 'peek'));
  };
  page.watch((state) => state.stop, refresh);
  refresh(store.get().stop);
  letDrag(handle, sheet, (stop) => actions.stopAt(stop));
  return handle;
}

/** A press without a drag opens a folded sheet and folds an open one. */
function letDrag(handle, sheet, settle) {
  let from = null;
  handle.addEventListener('pointerdown', (event) => {
    from = { y: event.clientY, height: sheet.getBoundingClientRect().height, moved: false };
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', (event) => {
    if (from && (from.moved || Math.abs(event.clientY - from.y) > 6)) {
      from.moved = true;
      sheet.classList.add('dragged');
      sheet.style.height = `${Math.round(from.height + from.y - event.clientY)}px`;
    }
  });
  const end = () => {
    if (from?.moved) {
      const height = sheet.getBoundingClientRect().height;
      settle(nearestStop(height, heightsOf(sheet)));
    }
    sheet.classList.remove('dragged');
    sheet.style.height = '';
  };
  handle.addEventListener('pointerup', end);
  handle.addEventListener('pointercancel', end);
  handle.addEventListener('click', () => {
    if (!from?.moved) {
      settle(sheet.dataset.stop === 'peek' ? 'half' : 'peek');
    }
    from = null;
  });
}

function heightsOf(sheet) {
  const room = window.innerHeight;
  const peek = parseFloat(getComputedStyle(sheet).getPropertyValue('--peek'));
  return { peek, half: room * 0.5, full: room * 0.86 };
}
