import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Changes } from '../../../shared/domain/changes.ts';
import type { TagFields } from '../../../shared/domain/command.ts';
import type { Tag } from '../../../shared/domain/label.ts';
import type { PassageColour } from '../../../shared/domain/passage.ts';
import { EditableText } from '../../components/editable-text.tsx';
import { Select } from '../../components/input.tsx';
import { runCommand } from '../../stores/history.ts';
import { useLabels } from '../../stores/labels.ts';
import { ColourChoice } from './colour-choice.tsx';
import { FieldRow } from './field-row.tsx';
import { QuickKeyChoice } from './quick-key-choice.tsx';
import { tagAndBelow, tagRows } from './tag-tree.ts';
import styles from './labels.module.css';

export function TagFieldsEditor({ tag }: { tag: Tag }) {
  const { t, i18n } = useTranslation('labels');
  const tags = useLabels((slice) => slice.book.tags);
  const parents = useMemo(() => {
    const own = tagAndBelow(tags, tag.id);
    return tagRows(tags, new Intl.Collator(i18n.language)).filter((row) => !own.has(row.tag.id));
  }, [tags, tag.id, i18n.language]);
  const save = (fields: Changes<TagFields>, typing = false) =>
    runCommand({ kind: 'tag.update', id: tag.id, fields }, typing ? { untold: 'name-taken' } : {});
  return (
    <div className={styles['fields']}>
      <EditableText
        look="title"
        required
        label={t('tag-name')}
        value={tag.name}
        onSave={(name, typing) => save({ name }, typing)}
      />
      <dl className={styles['facts']}>
        <FieldRow label={t('parent')}>
          <Select
            aria-label={t('parent')}
            value={tag.parentId ?? ''}
            onChange={({ target }) =>
              void save({ parentId: target.value === '' ? null : Number(target.value) })
            }
          >
            <option value="">{t('parent-none')}</option>
            {parents.map(({ tag: parent, depth }) => (
              <option key={parent.id} value={parent.id}>
                {'\u2003'.repeat(depth) + parent.name}
              </option>
            ))}
          </Select>
        </FieldRow>
        <FieldRow label={t('colour')}>
          <ColourChoice
            value={tag.colour}
            onChoose={(colour: PassageColour | null) => void save({ colour })}
          />
        </FieldRow>
        <FieldRow label={t('aliases')}>
          <EditableText
            multiline
            label={t('aliases')}
            placeholder={t('aliases-empty')}
            value={tag.aliases}
            onSave={(aliases) => save({ aliases })}
          />
        </FieldRow>
        <FieldRow label={t('quick-key')}>
          <QuickKeyChoice tag={tag} />
        </FieldRow>
      </dl>
    </div>
  );
}
