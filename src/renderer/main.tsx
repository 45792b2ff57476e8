import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-sans-3/wght-italic.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { registerShellActions } from './actions/shell-actions.ts';
import { listenForKeys } from './actions/keys.ts';
import { App } from './app.tsx';
import { saveTypingOnClose } from './features/reader/panel/save-typing.ts';
import { i18n } from './i18n.ts';
import { connectStores } from './stores/connect.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');

registerShellActions();
listenForKeys(window);
saveTypingOnClose(window);
connectStores();

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <App />
    </I18nextProvider>
  </StrictMode>,
);
