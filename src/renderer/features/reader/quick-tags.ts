/** The keys 1 to 9: tag what is in hand with the tag that is pinned to the key. */
import type { LabelRef, QuickKey } from '../../../shared/domain/label.ts';
import type { Passage } from '../../../shared/domain/passage.ts';
import { i18n } from '../../i18n.ts';
import { runCommand, tellDone } from '../../stores/history.ts';
import { useLabels } from '../../stores/labels.ts';
import { showNotice } from '../../stores/notices.ts';
import { activePane } from './panes/pane.ts';
import { reloadPassages } from './load-reader.ts';
import { createPassage } from './passage-commands.ts';
import { createRegion, hasRegion } from './region/region.ts';
import { passageBeingMade, passagesMeant, takeTurn } from './passages-meant.ts';
import { useReader } from './reader-store.ts';

/** Highlights and tags selected words; ties the selected passages, or unties them when all are tied already. */
export async function applyQuickKey(key: QuickKey): Promise<void> {
  const tag = useLabels.getState().book.tags.find(({ quickKey }) => quickKey === key);
  if (tag === undefined) {
    const text = i18n.t('no-quick-tag', { ns: 'reader', key });
    showNotice({ tone: 'info', topic: 'no-quick-tag', text });
    return;
  }
  const label = { kind: 'tag', id: tag.id } as const;
  if (hasRegion()) {
    await createRegion([label]);
    return;
  }
  const { words } = useReader.getState();
  if (words !== null && passageBeingMade() === null) {
    await createPassage(words, [label]);
    return;
  }
  // Whose passages they are is settled by the stroke, whether they have the tag only when the strokes before it are done.
  const meant = passagesMeant();
  const { reader } = activePane();
  await takeTurn(async () => {
    const ids = await meant;
    await toggle(label, ids, reader.getState().passages);
  });
}

async function toggle(
  label: LabelRef,
  ids: readonly number[],
  known: readonly Passage[],
): Promise<void> {
  const passages = known.filter(({ id }) => ids.includes(id));
  if (passages.length === 0) return;
  const isTied = passages.every(({ tagIds }) => tagIds.includes(label.id));
  const outcome = await runCommand({
    kind: isTied ? 'passage.unlink' : 'passage.link',
    passageIds: passages.map(({ id }) => id),
    label,
  });
  if (!outcome.ok) return;
  if (!isTied) tellDone(outcome.value);
  await reloadPassages();
}
