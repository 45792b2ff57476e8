/** The session page: everything before a library is open. It never shares a process with the workbench. */
import './styles.ts';
import { SessionPage } from './features/session/session-page.tsx';
import { showPage } from './show-page.tsx';

showPage(<SessionPage />);
