import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { Notices } from './features/shell/notices.tsx';
import { Protects } from './features/vault/protects-dialog.tsx';
import { guardCopying } from './guard-copying.ts';
import { i18n } from './i18n.ts';

/** Draws a page of the window into its root element. */
export function showPage(content: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root element.');
  guardCopying(window);
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        {content}
        <Notices />
        <Protects />
      </I18nextProvider>
    </StrictMode>,
  );
}
