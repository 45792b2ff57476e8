import { ALargeSmall } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  TEXT_FACES,
  TEXT_MEASURES,
  TEXT_SPACINGS,
  USUAL_TEXT_LOOK,
  type TextLook,
} from '../../../../shared/domain/settings.ts';
import { Select } from '../../../components/input.tsx';
import { changeSettings, useSettings, type SettingsSlice } from '../../../stores/settings.ts';
import { ToolMenu } from './tool-menu.tsx';
import styles from './text-look-menu.module.css';

const CHOICES = {
  measure: TEXT_MEASURES,
  spacing: TEXT_SPACINGS,
  face: TEXT_FACES,
} as const;

/** How text documents are set: width of the lines, space between them, kind of letters. */
export function TextLookMenu() {
  const { t } = useTranslation('reader');
  const look = useSettings(lookOf);
  return (
    <ToolMenu icon={ALargeSmall} label={t('text-look')}>
      {(['measure', 'spacing', 'face'] as const).map((part) => (
        <label key={part} className={styles['part']}>
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
    </ToolMenu>
  );
}

function lookOf({ settings }: SettingsSlice): TextLook {
  return settings?.textLook ?? USUAL_TEXT_LOOK;
}

function change(changed: Partial<TextLook>): void {
  void changeSettings({ textLook: { ...lookOf(useSettings.getState()), ...changed } });
}
