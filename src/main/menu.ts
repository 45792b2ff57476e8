/** The application menu, made from the registered actions. A click tells the interface which action was meant. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { ACTIONS, type ActionDefinition, type ActionId, type MenuName } from '../shared/actions.ts';
import type { CommandWords } from '../shared/domain/command.ts';
import { commandText } from '../shared/i18n/command-text.ts';
import { devToolsAllowed } from './lockdown.ts';
import { words } from './words.ts';

type Definition = ActionDefinition & { readonly id: ActionId };
type Item = MenuItemConstructorOptions;

const ORDER: readonly MenuName[] = ['file', 'edit', 'view', 'go', 'passage', 'help'];

export interface MenuHistory {
  readonly undoes: MenuStep | null;
  readonly redoes: MenuStep | null;
}
type MenuStep = Omit<CommandWords, 'name'>;

export interface AppMenu {
  /** Nearly all actions need an open library; while it is locked the menu says so by greying them. */
  readonly enableActions: (enabled: boolean) => void;
  /** What «Undo» and «Redo» would do. */
  readonly showHistory: (history: MenuHistory) => void;
}

/** Builds and installs the menu; item ids are action ids. */
export function installMenu(run: (id: ActionId) => void): AppMenu {
  let enabled = false;
  let history: MenuHistory = { undoes: null, redoes: null };
  const build = (): void => {
    const t = words.getFixedT(null, 'menu');
    const template = ORDER.map((menu): Item => ({
      label: t(menu),
      submenu: [...actionItems(menu, { run, enabled, history }), ...standardItems(menu)],
    }));
    if (process.platform === 'darwin') template.unshift({ role: 'appMenu' });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  build();
  return {
    enableActions(now) {
      enabled = now;
      if (!now) history = { undoes: null, redoes: null };
      build();
    },
    showHistory(now) {
      // The words of an item cannot be changed, and to build a menu anew takes a while.
      const isSame = labelsOf(now).join() === labelsOf(history).join();
      history = now;
      if (!isSame) build();
    },
  };
}

function labelsOf(history: MenuHistory): string[] {
  return [labelOf('edit.undo', history), labelOf('edit.redo', history)];
}

function labelOf(id: ActionId, { undoes, redoes }: MenuHistory): string {
  const step = id === 'edit.undo' ? undoes : id === 'edit.redo' ? redoes : null;
  if (step === null) return words.t(id, { ns: 'actions' });
  const what = commandText(words, { ...step, name: null });
  return words.t(id === 'edit.undo' ? 'undo-what' : 'redo-what', { ns: 'commands', what });
}

interface Shown {
  readonly run: (id: ActionId) => void;
  readonly enabled: boolean;
  readonly history: MenuHistory;
}

function actionItems(menu: MenuName, { run, enabled, history }: Shown): Item[] {
  const definitions: readonly Definition[] = ACTIONS;
  return definitions
    .filter((action) => action.menu === menu)
    .map((action) => ({
      id: action.id,
      label: labelOf(action.id, history),
      enabled: enabled || (action.whileLocked ?? false),
      click: () => run(action.id),
      ...accelerator(action),
    }));
}

/** Single keys are shown and not taken: the interface handles them, where no text field has the focus. */
function accelerator(action: Definition): Item {
  if (action.accelerator !== undefined) return { accelerator: action.accelerator };
  if (action.key !== undefined) return { accelerator: action.key, registerAccelerator: false };
  return {};
}

function standardItems(menu: MenuName): Item[] {
  const t = words.getFixedT(null, 'menu');
  const line: Item = { type: 'separator' };
  switch (menu) {
    case 'file':
      return process.platform === 'darwin' ? [] : [line, { role: 'quit', label: t('quit') }];
    case 'edit':
      return [
        line,
        { role: 'cut', label: t('cut') },
        { role: 'copy', label: t('copy') },
        { role: 'paste', label: t('paste') },
        { role: 'selectAll', label: t('select-all') },
      ];
    case 'view':
      return [
        line,
        // F11 is «Reader alone».
        { role: 'togglefullscreen', label: t('full-screen'), accelerator: 'Shift+F11' },
        ...(devToolsAllowed() ? [{ role: 'toggleDevTools' } satisfies Item] : []),
      ];
    case 'go':
    case 'passage':
    case 'help':
      return [];
  }
}

/** Nothing that was opened may show in the lists of the system. */
export function forgetRecentDocuments(): void {
  app.clearRecentDocuments();
}
