/** What a page says to staff whose session ended while they were at it. */
import { button, trouble } from '../ui/parts.js';
import { openDoor } from './staff-door.js';

/** They see what everybody does now, and are told so; to everybody else there is nothing to tell. */
export function createExpired(shell) {
  const { store, words } = shell;
  const door = () => button(words.t('staff.enter'), { drawing: 'key', onclick: () => openDoor(shell) });
  return store.get().isExpired ? trouble(words.t('staff.expired'), door()) : '';
}
