import { createPortal } from 'react-dom';
import { FileWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import type { PageTrouble } from './pdf-stage.ts';
import styles from './page-troubles.module.css';

interface PageTroublesProps {
  readonly troubles: readonly PageTrouble[];
  readonly onRetry: (page: number) => void;
}

/** Says, on each page that could not be drawn or read, what happened and that the rest is unharmed. */
export function PageTroubles({ troubles, onRetry }: PageTroublesProps) {
  const { t } = useTranslation('reader');
  return troubles.map(({ page, place, part, problem }) =>
    createPortal(
      <div className={styles[part]} role="alert">
        <FileWarning size={part === 'picture' ? 32 : 16} strokeWidth={1.4} aria-hidden />
        <div>
          <h2>{t(`${part}-failed`)}</h2>
          <p>{t(`trouble-${problem}`)}</p>
        </div>
        <Button onClick={() => onRetry(page)}>{t('try-again')}</Button>
      </div>,
      place,
      String(page),
    ),
  );
}
