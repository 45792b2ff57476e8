/**
 * Every action of the program, registered once: the menu, the keyboard and the buttons all refer to these ids, and the
 * words are `actions.<id>` in i18n. What an action does is registered in `renderer/actions/` (or main, for `app.quit`).
 */

export type MenuName = 'file' | 'edit' | 'view' | 'go' | 'passage' | 'help';

export interface ActionDefinition {
  readonly id: string;
  readonly menu: MenuName | null;
  /** Electron accelerator; the menu shows it and main listens for it. */
  readonly accelerator?: string;
  /** Single key that works in the reader while no text field has the focus; shown in tooltips. */
  readonly key?: string;
  /** Works while no library is open, too. */
  readonly whileLocked?: true;
}

export const ACTIONS = [
  { id: 'library.import-files', menu: 'file', accelerator: 'CmdOrCtrl+I' },
  { id: 'library.import-folder', menu: 'file', accelerator: 'CmdOrCtrl+Shift+I' },
  { id: 'library.import-reports', menu: 'file' },
  { id: 'library.export', menu: 'file', accelerator: 'CmdOrCtrl+E' },
  { id: 'library.backup', menu: 'file' },
  { id: 'library.security', menu: 'file' },
  { id: 'library.lock', menu: 'file', accelerator: 'CmdOrCtrl+L' },
  { id: 'edit.undo', menu: 'edit', accelerator: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+Z' },
  { id: 'edit.find-here', menu: 'edit', accelerator: 'CmdOrCtrl+F' },
  { id: 'edit.find', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+F' },
  { id: 'search.filters', menu: 'edit', accelerator: 'CmdOrCtrl+Alt+F' },
  { id: 'search.save', menu: 'edit', accelerator: 'CmdOrCtrl+S' },
  { id: 'go.library', menu: 'go', accelerator: 'CmdOrCtrl+1' },
  { id: 'go.search', menu: 'go', accelerator: 'CmdOrCtrl+2' },
  { id: 'go.cases', menu: 'go', accelerator: 'CmdOrCtrl+3' },
  { id: 'go.events', menu: 'go', accelerator: 'CmdOrCtrl+4' },
  { id: 'go.tags', menu: 'go', accelerator: 'CmdOrCtrl+5' },
  { id: 'go.page', menu: 'go', accelerator: 'CmdOrCtrl+G' },
  { id: 'go.back', menu: 'go', accelerator: 'Alt+Left' },
  { id: 'go.forward', menu: 'go', accelerator: 'Alt+Right' },
  { id: 'view.zoom-in', menu: 'view', accelerator: 'CmdOrCtrl+Plus' },
  { id: 'view.zoom-out', menu: 'view', accelerator: 'CmdOrCtrl+-' },
  { id: 'view.zoom-reset', menu: 'view', accelerator: 'CmdOrCtrl+0' },
  { id: 'view.fit-width', menu: 'view', accelerator: 'CmdOrCtrl+9' },
  { id: 'view.fit-page', menu: 'view', accelerator: 'CmdOrCtrl+8' },
  { id: 'view.rotate-right', menu: 'view', accelerator: 'CmdOrCtrl+R' },
  { id: 'view.rotate-left', menu: 'view', accelerator: 'CmdOrCtrl+Shift+R' },
  { id: 'view.thumbnails', menu: 'view', accelerator: 'F7' },
  { id: 'view.outline', menu: 'view', accelerator: 'F8' },
  { id: 'view.region', menu: 'edit', key: 'a' },
  { id: 'view.reader-alone', menu: 'view', accelerator: 'F11' },
  { id: 'view.split', menu: 'view', accelerator: 'CmdOrCtrl+\\' },
  { id: 'view.other-pane', menu: 'view', accelerator: 'F6' },
  { id: 'view.close-document', menu: 'view', accelerator: 'CmdOrCtrl+W' },
  { id: 'view.next-hit', menu: 'view', accelerator: 'F3' },
  { id: 'view.previous-hit', menu: 'view', accelerator: 'Shift+F3' },
  { id: 'passage.highlight', menu: 'passage', key: 'h' },
  { id: 'passage.tag', menu: 'passage', key: 't' },
  { id: 'passage.note', menu: 'passage', key: 'n' },
  { id: 'passage.new-event', menu: 'passage', key: 'e' },
  { id: 'passage.copy-citation', menu: 'passage', key: 'c' },
  { id: 'passage.pin', menu: 'passage', key: 'p' },
  { id: 'passage.delete', menu: 'passage', key: 'Delete' },
  { id: 'passage.select-by-keyboard', menu: 'passage', key: 's' },
  { id: 'passage.bounds', menu: 'passage', key: 'b' },
  { id: 'passage.merge', menu: 'passage', key: 'm' },
  { id: 'passage.next-here', menu: 'passage', key: 'o' },
  { id: 'passage.quick-1', menu: null, key: '1' },
  { id: 'passage.quick-2', menu: null, key: '2' },
  { id: 'passage.quick-3', menu: null, key: '3' },
  { id: 'passage.quick-4', menu: null, key: '4' },
  { id: 'passage.quick-5', menu: null, key: '5' },
  { id: 'passage.quick-6', menu: null, key: '6' },
  { id: 'passage.quick-7', menu: null, key: '7' },
  { id: 'passage.quick-8', menu: null, key: '8' },
  { id: 'passage.quick-9', menu: null, key: '9' },
  { id: 'help.protects', menu: 'help', accelerator: 'F1', whileLocked: true },
] as const satisfies readonly ActionDefinition[];

export type ActionId = (typeof ACTIONS)[number]['id'];
