import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../components/use-asked.ts';
import styles from './session.module.css';

interface PlaceWarningsProps {
  /** Folder of a library, or the one it will be made in; null is the usual place. */
  readonly folder: string | null;
  /** A library lies there already. */
  readonly isThere?: boolean;
}

/** What happens to a library in a folder that others copy or keep. Nothing where there is nothing to say. */
export function PlaceWarnings({ folder, isThere = false }: PlaceWarningsProps) {
  const { t } = useTranslation('session');
  const warnings = useAsked('session.place-warnings', { folder }, 0) ?? [];
  if (warnings.length === 0) return null;
  return (
    <div role="status" className={styles['risky']}>
      <TriangleAlert size={18} aria-hidden />
      {warnings.map((warning) => (
        <p key={warning.kind}>{t(`place-${warning.kind}`, { ...warning })}</p>
      ))}
      <p>{t(isThere ? 'place-better-moved' : 'place-better')}</p>
    </div>
  );
}
