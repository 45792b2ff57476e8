/** The session page: everything before a library is open. It never shares a process with the workbench. */
import './styles.ts';
import { registerHelpActions } from './actions/help-actions.ts';
import { listenForKeys } from './actions/keys.ts';
import { SessionPage } from './features/session/session-page.tsx';
import { showPage } from './show-page.tsx';
import { connectSessionPage } from './stores/connect-session-page.ts';

registerHelpActions();
listenForKeys(window);
connectSessionPage();
showPage(<SessionPage />);
