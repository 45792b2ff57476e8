import { useEffect, useId, useRef, useState } from 'react';
import { ALargeSmall } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  TEXT_FACES,
  TEXT_MEASURES,
  TEXT_SPACINGS,
  USUAL_TEXT_LOOK,
  type TextLook,
} from '../../../../shared/domain/settings.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { Select } from '../../../components/input.tsx';
import { changeSettings, useSettings } from '../../../stores/settings.ts';
import styles from './text-look-menu.module.css';

const CHOICES = {
  measure: TEXT_MEASURES,
  spacing: TEXT_SPACINGS,
  face: TEXT_FACES,
} as const;

/** How text documents are set: width of the lines, space between them, kind of letters. */
export function TextLookMenu() {
  const { t } = useTranslation('reader');
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const look = useSettings(({ settings }) => settings?.textLook ?? USUAL_TEXT_LOOK);
  const change = (changed: Partial<TextLook>): void =>
    void changeSettings({ textLook: { ...look, ...changed } });
  useEffect(() => {
    if (open) box.current?.querySelector('select')?.focus();
  }, [open]);
  return (
    <div
      className={styles['place']}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        event.currentTarget.querySelector('button')?.focus();
      }}
    >
      <IconButton
        icon={ALargeSmall}
        label={t('text-look')}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div ref={box} id={id} className={styles['menu']} role="group" aria-label={t('text-look')}>
          {(['measure', 'spacing', 'face'] as const).map((part) => (
            <label key={part}>
              {t(`text-${part}`)}
              <Select
                value={look[part]}
                onChange={({ target }) => {
                  const chosen = CHOICES[part].find((one) => one === target.value);
                  if (chosen !== undefined) change({ [part]: chosen });
                }}
              >
                {CHOICES[part].map((one) => (
                  <option key={one} value={one}>
                    {t(`text-${part}-${one}` as 'text-face-serif')}
                  </option>
                ))}
              </Select>
            </label>
          ))}
        </div>
      )}
    </div>
  );
}
