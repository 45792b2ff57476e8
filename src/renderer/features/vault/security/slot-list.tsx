import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KeySlotInfo } from '../../../../shared/domain/keys.ts';
import { Button } from '../../../components/button.tsx';
import { useAsked } from '../../../components/use-asked.ts';
import { formatDay } from '../../library/format.ts';
import styles from './security.module.css';

/** The passphrases that open the library. */
export function SlotList({ onRemove }: { onRemove: (slot: KeySlotInfo) => void }) {
  const { t } = useTranslation('vault');
  const slots = useAsked('keys.slots', {}, 0) ?? [];
  return (
    <ul className={styles['slots']} aria-label={t('overview-passphrases')}>
      {slots.map((slot) => (
        <li key={slot.id}>
          <KeyRound size={16} aria-hidden />
          <span className={styles['slot']}>
            <bdi>{slot.name || t(slot.current ? 'slot-own' : 'slot-unnamed')}</bdi>
            <small>
              <SlotFacts slot={slot} />
            </small>
          </span>
          {slots.length > 1 && !slot.current && (
            <Button onClick={() => onRemove(slot)}>{t('remove-open')}</Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function SlotFacts({ slot }: { slot: KeySlotInfo }) {
  const { t, i18n } = useTranslation('vault');
  const made = slot.createdAt === null ? null : formatDay(slot.createdAt, i18n.language);
  const facts = [
    made === null ? null : t('slot-made', { day: made }),
    slot.current ? t('slot-current') : null,
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}
