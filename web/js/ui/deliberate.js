/** Lists whose choice moves the reader elsewhere. */
import { el } from '../dom.js';

/**
 * Acts on a choice of a `select` once it is meant: a pointer's at once; one that keys walked to with Enter, for walking past
 * is no choosing. The list begins anew after that.
 *
 * @param hint said beside the list while keys walk through it
 * @param act called with the value
 * @returns where the hint is said
 */
export function onceMeant(select, hint, act) {
  const said = el('span', { class: 'quiet', role: 'status' });
  let isWalking = false;
  const walk = (is) => {
    isWalking = is;
    said.textContent = is && select.value ? hint : '';
  };
  const choose = () => {
    const { value } = select;
    if (value) {
      select.value = '';
      walk(false);
      act(value);
    }
  };
  select.addEventListener('pointerdown', () => walk(false));
  const isMeant = ({ key }) => key === 'Enter' && isWalking && select.value !== '';
  select.addEventListener('keydown', (event) => {
    if (isMeant(event)) {
      event.preventDefault();
      choose();
    } else if (!['Tab', 'Shift', 'Enter'].includes(event.key)) {
      walk(true);
    }
  });
  select.addEventListener('change', () => (isWalking ? walk(true) : choose()));
  // The Enter that closed the list of its own window is seen only when it is let go.
  select.addEventListener('keyup', (event) => isMeant(event) && choose());
  select.addEventListener('blur', () => {
    select.value = '';
    walk(false);
  });
  return said;
}
