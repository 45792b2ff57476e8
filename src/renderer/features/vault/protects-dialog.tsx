import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../components/modal.tsx';
import { showProtects, useProtects } from '../../stores/protects.ts';
import { IN_DANGER, LIMITS, PROTECTED } from './protects-page.ts';
import styles from './protects-dialog.module.css';

/** What the program can promise and what it cannot, in plain words; nothing while it is not asked for. */
export function Protects() {
  const open = useProtects((slice) => slice.open);
  return open ? <ProtectsDialog onClose={() => showProtects(false)} /> : null;
}

function ProtectsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['protects', 'common']);
  return (
    <Modal
      wide
      title={t('title')}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('close', { ns: 'common' })}
        </Button>
      }
    >
      {/* Focused, so that the keys scroll the text. */}
      <article className={styles['page']} tabIndex={0} data-focus-first>
        <p>{t('intro')}</p>
        <section className={styles['danger']}>
          <h2>{t('now-title')}</h2>
          <ol>
            {IN_DANGER.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ol>
        </section>
        <section>
          <h2>{t('yes-title')}</h2>
          <ul>
            {PROTECTED.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </section>
        <h2>{t('no-title')}</h2>
        {LIMITS.map(({ group, limits }) => (
          <section key={group} className={styles['limits']}>
            <h3>{t(group)}</h3>
            {limits.map((limit) => (
              <div key={limit} className={styles['limit']}>
                <h4>{t(limit)}</h4>
                <p>{t(`${limit}-text`)}</p>
                <p className={styles['advice']}>
                  <strong>{t('do')}</strong> {t(`${limit}-do`)}
                </p>
              </div>
            ))}
          </section>
        ))}
      </article>
    </Modal>
  );
}
