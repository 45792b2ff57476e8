import { useTranslation } from 'react-i18next';
import { QUICK_KEYS, type Tag } from '../../../shared/domain/label.ts';
import { Select } from '../../components/input.tsx';
import { useLabels } from '../../stores/labels.ts';
import { pinTag } from './pin-tag.ts';

/** The key that tags with it at once; another tag that has the key loses it. */
export function QuickKeyChoice({ tag }: { tag: Tag }) {
  const { t } = useTranslation('labels');
  const tags = useLabels((slice) => slice.book.tags);
  return (
    <Select
      aria-label={t('quick-key')}
      value={tag.quickKey ?? ''}
      onChange={({ target }) =>
        void pinTag(tag.id, QUICK_KEYS.find((key) => String(key) === target.value) ?? null)
      }
    >
      <option value="">{t('quick-key-none')}</option>
      {QUICK_KEYS.map((key) => {
        const owner = tags.find(({ quickKey }) => quickKey === key);
        return (
          <option key={key} value={key}>
            {owner === undefined || owner.id === tag.id
              ? String(key)
              : t('quick-key-taken', { key, name: owner.name })}
          </option>
        );
      })}
    </Select>
  );
}
