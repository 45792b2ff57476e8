/** The workbench: the page of an open library. */
import './styles.ts';
import { registerHelpActions } from './actions/help-actions.ts';
import { registerShellActions } from './actions/shell-actions.ts';
import { listenForKeys } from './actions/keys.ts';
import { WorkbenchPage } from './features/shell/workbench-page.tsx';
import { saveTypingOnClose } from './features/reader/panel/save-typing.ts';
import { showPage } from './show-page.tsx';
import { connectStores } from './stores/connect.ts';
import { startTrails } from './stores/trail.ts';

registerHelpActions();
registerShellActions();
startTrails();
listenForKeys(window);
saveTypingOnClose(window);
connectStores();
showPage(<WorkbenchPage />);
