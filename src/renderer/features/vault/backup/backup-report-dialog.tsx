import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BackupReport } from '../../../../shared/domain/backup.ts';
import { Button } from '../../../components/button.tsx';
import { Modal } from '../../../components/modal.tsx';
import { closeDialog } from '../../../stores/view.ts';
import { formatBytes } from '../../library/format.ts';
import styles from './backup.module.css';

/** What a backup holds, where it is, what opens it, and what is risky about its place. */
export function BackupReportDialog({ report }: { report: BackupReport }) {
  const { t, i18n } = useTranslation(['backup', 'common', 'session']);
  const { documents, passages, originals, sameDisk, warnings } = report;
  return (
    <Modal
      title={t('title')}
      onClose={closeDialog}
      footer={
        <Button look="primary" data-focus-first onClick={closeDialog}>
          {t('close', { ns: 'common' })}
        </Button>
      }
    >
      <div className={styles['report']}>
        <p className={styles['whole']}>
          <CircleCheck size={18} aria-hidden />
          {t('whole')}
        </p>
        <dl>
          <dt>{t('holds')}</dt>
          <dd>
            {[
              t('documents', { ns: 'common', count: documents }),
              t('passages', { ns: 'common', count: passages }),
              t('originals', { count: originals }),
            ].join(' · ')}
          </dd>
          <dt>{t('where')}</dt>
          <dd className={styles['path']} dir="ltr">
            {report.folder}
          </dd>
          <dt>{t('size')}</dt>
          <dd>{formatBytes(report.bytes, i18n.language)}</dd>
        </dl>
        <p>{t('opens')}</p>
        {(sameDisk || warnings.length > 0) && (
          <div className={styles['risky']}>
            <TriangleAlert size={18} aria-hidden />
            <div>
              {sameDisk && <p>{t('same-disk')}</p>}
              {warnings.map((warning) => (
                <p key={warning.kind}>
                  {t(`place-${warning.kind}`, { ns: 'session', ...warning })}
                </p>
              ))}
            </div>
          </div>
        )}
        {!sameDisk && <p>{t('elsewhere')}</p>}
      </div>
    </Modal>
  );
}
