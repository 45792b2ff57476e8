import { ListFilter, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';
import { Input } from './input.tsx';
import styles from './filter-field.module.css';

interface FilterFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** Filters a list while a person types; Esc empties it. */
export function FilterField({ label, value, onChange, onKeyDown }: FilterFieldProps) {
  const { t } = useTranslation('common');
  return (
    <div className={styles['filter']}>
      <ListFilter size={15} aria-hidden />
      <Input
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation();
            onChange('');
          } else onKeyDown?.(event);
        }}
      />
      {value !== '' && (
        <IconButton icon={X} label={t('clear-filter')} onClick={() => onChange('')} />
      )}
    </div>
  );
}
