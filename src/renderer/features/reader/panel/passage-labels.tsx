import type { LabelKind } from '../../../../shared/domain/label.ts';
import type { Passage } from '../../../../shared/domain/passage.ts';
import { LabelChip } from '../../../components/label-chip.tsx';
import { runCommand } from '../../../stores/history.ts';
import { findLabel, labelName, useLabels } from '../../../stores/labels.ts';
import { reloadPassages } from '../load-reader.ts';
import { labelRefsOf } from './label-refs.ts';
import styles from './panel.module.css';

/** Chips of the tags, cases and events of a passage. */
export function PassageLabels({ passage, removable }: { passage: Passage; removable: boolean }) {
  const book = useLabels((slice) => slice.book);
  const refs = labelRefsOf(passage);
  if (refs.length === 0) return null;
  return (
    <div className={styles['chips']}>
      {refs.map((ref) => {
        const found = findLabel(book, ref);
        return (
          found && (
            <LabelChip
              key={`${ref.kind}-${ref.id}`}
              label={ref}
              name={labelName(found)}
              colour={found.kind === 'tag' ? found.label.colour : null}
              {...(removable && { onRemove: () => void unlink(passage.id, ref) })}
            />
          )
        );
      })}
    </div>
  );
}

async function unlink(passageId: number, label: { kind: LabelKind; id: number }): Promise<void> {
  const outcome = await runCommand({ kind: 'passage.unlink', passageIds: [passageId], label });
  if (outcome.ok) await reloadPassages();
}
