/** The application menu, made from the registered actions. A click tells the interface which action was meant. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { ACTIONS, type ActionDefinition, type ActionId, type MenuName } from '../shared/actions.ts';
import { devToolsAllowed } from './lockdown.ts';
import { words } from './words.ts';

type Definition = ActionDefinition & { readonly id: ActionId };
type Item = MenuItemConstructorOptions;

const ORDER: readonly MenuName[] = ['file', 'edit', 'view', 'go', 'passage', 'help'];

/** Builds and installs the menu; item ids are action ids. */
export function installMenu(run: (id: ActionId) => void): void {
  const t = words.getFixedT(null, 'menu');
  const template = ORDER.map((menu): Item => ({
    label: t(menu),
    submenu: [...actionItems(menu, run), ...standardItems(menu)],
  }));
  if (process.platform === 'darwin') template.unshift({ role: 'appMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Nearly all actions need an open library; while it is locked the menu says so by greying them. */
export function enableActions(enabled: boolean): void {
  const menu = Menu.getApplicationMenu();
  const definitions: readonly Definition[] = ACTIONS;
  for (const { id } of definitions.filter(({ whileLocked }) => !whileLocked)) {
    const item = menu?.getMenuItemById(id);
    if (item) item.enabled = enabled;
  }
}

function actionItems(menu: MenuName, run: (id: ActionId) => void): Item[] {
  const definitions: readonly Definition[] = ACTIONS;
  return definitions
    .filter((action) => action.menu === menu)
    .map((action) => ({
      id: action.id,
      label: words.t(action.id, { ns: 'actions' }),
      enabled: action.whileLocked ?? false,
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
