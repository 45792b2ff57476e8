import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../../shared/domain/keys.ts';
import { KeyGroups } from './key-groups.tsx';
import { SheetFacts } from './sheet-facts.tsx';
import './printed-sheet.css';

/** The sheet as it goes to paper. It is all that a print of the page shows, and on the screen nothing of it is seen. */
export function PrintedSheet({ sheet }: { sheet: RecoverySheet }) {
  const { t } = useTranslation(['vault', 'common']);
  return createPortal(
    <article className="printed-sheet" aria-hidden>
      <h1>
        {t('app', { ns: 'common' })} · {t('sheet-title')}
      </h1>
      <p>{t('sheet-print-warning')}</p>
      <SheetFacts sheet={sheet} />
      <KeyGroups groups={sheet.groups} />
      <p>{t('sheet-letters')}</p>
      <h2>{t('sheet-print-use')}</h2>
      <p>{t('sheet-print-use-text')}</p>
      <h2>{t('sheet-without')}</h2>
      <p>{t('sheet-without-text')}</p>
      {sheet.files.map(({ file, commands }) => (
        <section key={file}>
          <h3>{file}</h3>
          <pre>{commands.join('\n')}</pre>
        </section>
      ))}
    </article>,
    document.body,
  );
}
