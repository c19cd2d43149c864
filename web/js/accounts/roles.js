/** The roles by their names, each with what it may do. */
export function rolesOf(words) {
  return [
    { value: 'viewer', title: words.t('role.viewer'), may: words.t('role.viewerMay') },
    { value: 'steward', title: words.t('role.steward'), may: words.t('role.stewardMay') },
    { value: 'editor', title: words.t('role.editor'), may: words.t('role.editorMay') },
    { value: 'admin', title: words.t('role.admin'), may: words.t('role.adminMay') },
  ];
}
