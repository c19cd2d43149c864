/**
 * Shows a dialog above the page until it is closed. Whoever opened it is then where they were, also when that part of the
 * page was made anew meanwhile: its heir has the same `data-key`.
 */
export function openDialog(dialog) {
  const opener = document.activeElement;
  const key = opener?.dataset?.key;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (key && !opener.isConnected) {
      document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}
