/** The keys 1 to 9: tag what is in hand with the tag that is pinned to the key. */
import type { QuickKey } from '../../../shared/domain/label.ts';
import { i18n } from '../../i18n.ts';
import { runCommand, tellDone } from '../../stores/history.ts';
import { useLabels } from '../../stores/labels.ts';
import { showNotice } from '../../stores/notices.ts';
import { reloadPassages } from './load-reader.ts';
import { createPassage } from './passage-commands.ts';
import { createRegion, hasRegion } from './region/region.ts';
import { selectedPassages, useReader } from './reader-store.ts';

/** Highlights and tags selected words; ties the selected passages, or unties them when all are tied already. */
export async function applyQuickKey(key: QuickKey): Promise<void> {
  const tag = useLabels.getState().book.tags.find(({ quickKey }) => quickKey === key);
  if (tag === undefined) {
    showNotice({ tone: 'info', text: i18n.t('no-quick-tag', { ns: 'reader', key }) });
    return;
  }
  const label = { kind: 'tag', id: tag.id } as const;
  if (hasRegion()) {
    await createRegion([label]);
    return;
  }
  const slice = useReader.getState();
  if (slice.words !== null) {
    await createPassage(slice.words, [label]);
    return;
  }
  const passages = selectedPassages(slice);
  const passageIds = passages.map(({ id }) => id);
  const isTied = passages.every(({ tagIds }) => tagIds.includes(tag.id));
  const outcome = await runCommand({
    kind: isTied ? 'passage.unlink' : 'passage.link',
    passageIds,
    label,
  });
  if (!outcome.ok) return;
  if (!isTied) tellDone(outcome.value);
  await reloadPassages();
}
