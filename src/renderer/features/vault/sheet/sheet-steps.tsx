import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { RecoverySheet } from '../../../../shared/domain/keys.ts';
import { Button } from '../../../components/button.tsx';
import { focusOnShow } from '../../../components/focus-on-show.ts';
import { askGroups } from './ask-groups.ts';
import { SheetCheck } from './sheet-check.tsx';
import { SheetReading } from './sheet-reading.tsx';
import styles from './sheet.module.css';

interface SheetStepsProps {
  readonly sheet: RecoverySheet;
  /** The person has it on paper: some groups were typed again. */
  readonly onConfirmed: () => Promise<void>;
  readonly onLater: () => void;
}

type Step =
  | { kind: 'reading' }
  | { kind: 'checking'; asked: readonly number[] }
  /** «Later» was chosen, and what that means is said. */
  | { kind: 'postponing' };

/** Read the sheet, write it down, prove it; or leave it for later knowing what that means. */
export function SheetSteps({ sheet, onConfirmed, onLater }: SheetStepsProps) {
  const { t } = useTranslation('vault');
  const [step, setStep] = useState<Step>({ kind: 'reading' });
  const read = (): void => setStep({ kind: 'reading' });
  const check = (): void =>
    setStep({
      kind: 'checking',
      asked: askGroups(sheet.groups.length, (into) => void crypto.getRandomValues(into)),
    });
  switch (step.kind) {
    case 'reading':
      return (
        <div className={styles['steps']} ref={focusOnShow} tabIndex={-1}>
          <SheetReading sheet={sheet} />
          <div className={styles['acts']}>
            <Button look="quiet" onClick={() => setStep({ kind: 'postponing' })}>
              {t('sheet-later')}
            </Button>
            <Button look="primary" className={styles['end']} data-focus-first onClick={check}>
              {t('sheet-written')}
            </Button>
          </div>
        </div>
      );
    case 'checking':
      return (
        <SheetCheck groups={sheet.groups} asked={step.asked} onBack={read} onPassed={onConfirmed} />
      );
    case 'postponing':
      return (
        <div className={styles['steps']} role="alert">
          <p>{t('later-text')}</p>
          <div className={styles['acts']}>
            <Button onClick={onLater}>{t('later-go-on')}</Button>
            <Button look="primary" className={styles['end']} autoFocus onClick={read}>
              {t('check-back')}
            </Button>
          </div>
        </div>
      );
    default:
      return assertNever(step);
  }
}
