import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LibraryPlace } from '../../../shared/domain/library.ts';
import type { Failure, FailureKind } from '../../../shared/failure.ts';
import { Button } from '../../components/button.tsx';
import { wordsOf } from '../../i18n.ts';
import { chooseLibrary } from './choose-library.ts';
import styles from './session.module.css';

interface UnlockTroubleProps {
  readonly failure: Failure;
  readonly onRecover: () => void;
  readonly onRescue: () => void;
  readonly onChoose: (place: LibraryPlace) => void;
}

/** What keeps a library from opening though the passphrase may be right, and the next step. */
export function UnlockTrouble({ failure, onRecover, onRescue, onChoose }: UnlockTroubleProps) {
  const { t } = useTranslation(['session', 'rescue']);
  const choose = async (): Promise<void> => {
    const place = await chooseLibrary();
    if (place !== null) onChoose(place);
  };
  return (
    <div role="alert" className={styles['trouble']}>
      <CircleAlert size={18} aria-hidden />
      <p>{wordsOf(failure)}</p>
      <div className={styles['acts']}>
        {wantsSheet(failure) && <Button onClick={onRecover}>{t('recover-open')}</Button>}
        {isRescuable(failure) && (
          <Button onClick={onRescue}>{t('open-form', { ns: 'rescue' })}</Button>
        )}
        {ELSEWHERE.has(failure.kind) && (
          <Button onClick={() => void choose()}>{t('open-folder')}</Button>
        )}
      </div>
    </div>
  );
}

/** Another copy of the library, or another place, may be the way out. */
const ELSEWHERE: ReadonlySet<FailureKind> = new Set([
  'library-missing',
  'library-gone',
  'library-damaged',
  'folder-not-writable',
]);

function wantsSheet(failure: Failure): boolean {
  return (
    failure.kind === 'keys-gone' || (failure.kind === 'library-damaged' && failure.part === 'keys')
  );
}

/** Without the keys nothing can be read; the recovery sheet comes first then. */
function isRescuable(failure: Failure): boolean {
  return failure.kind === 'library-damaged' && failure.part !== 'keys';
}
