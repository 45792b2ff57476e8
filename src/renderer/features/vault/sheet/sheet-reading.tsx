import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../../shared/domain/keys.ts';
import { KeyGroups } from './key-groups.tsx';
import { SaveSheet } from './save-sheet.tsx';
import { SheetFacts } from './sheet-facts.tsx';
import styles from './sheet.module.css';

/** The sheet on the screen, to be copied by hand or saved for printing. */
export function SheetReading({ sheet }: { sheet: RecoverySheet }) {
  const { t } = useTranslation('vault');
  return (
    <>
      <p>{t('sheet-intro')}</p>
      <KeyGroups groups={sheet.groups} />
      <p className={styles['soft']}>{t('sheet-letters')}</p>
      <SheetFacts sheet={sheet} />
      <p className={styles['warning']}>{t('sheet-keep')}</p>
      <details className={styles['without']}>
        <summary>{t('sheet-without')}</summary>
        <p>{t('sheet-without-text')}</p>
        {sheet.files.map(({ file, commands }) => (
          <div key={file}>
            <strong>{file}</strong>
            <pre tabIndex={0}>{commands.join('\n')}</pre>
          </div>
        ))}
      </details>
      <SaveSheet sheet={sheet} />
    </>
  );
}
