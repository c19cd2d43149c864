/** One's own account, and for administrators everybody's. Its addresses name nothing besides what every page's do. */
import { keepAddress } from '../address.js';
import { createOwnView } from '../accounts/own-view.js';
import { createStaffView } from '../accounts/staff-view.js';
import { openDoor } from '../shell/staff-door.js';
import { button, documentPage, empty } from '../ui/parts.js';

const ADMIN = 'admin';

export function mount(shell) {
  const { store, access, place } = shell;
  let leaving = new AbortController();
  const stopKeeping = keepAddress(store, { parts: [], unnamed: {}, steps: [] }, (asked) => store.set(asked));
  const stopWatching = store.watch((state) => state.isStaff, draw);
  draw();

  function draw() {
    const { words } = shell;
    leaving.abort();
    leaving = new AbortController();
    const title = words.t('nav.accounts');
    const main = documentPage(title, words.t('accounts.lead'), contents(words));
    main.classList.add('accounts-page');
    place.replaceChildren(main);
    shell.entitle(title);
  }

  function contents(words) {
    const who = access.who();
    if (!who) {
      const said = store.get().isExpired ? words.t('accounts.expired') : words.t('accounts.enter');
      return empty(said, button(words.t('staff.enter'), { drawing: 'key', isStrong: true, onclick: () => openDoor(shell) }));
    }
    return [createOwnView(words, access), who.role === ADMIN && createStaffView(words, who, leaving.signal)];
  }

  return {
    renew: draw,
    end() {
      leaving.abort();
      stopKeeping();
      stopWatching();
      place.replaceChildren();
    },
  };
}
