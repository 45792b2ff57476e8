/** Pins tags to the keys 1 to 9. */
import { QUICK_KEYS, type QuickKey, type Tag } from '../../../shared/domain/label.ts';
import { runCommand, tellDone } from '../../stores/history.ts';

export async function pinTag(id: number, key: QuickKey | null): Promise<void> {
  const outcome = await runCommand({ kind: 'tag.pin', id, key });
  if (outcome.ok) tellDone(outcome.value);
}

/** Alt and a digit: pins to that key, or unpins the tag that has it already. Null for any other stroke. */
export function keyToPin(
  stroke: { readonly altKey: boolean; readonly code: string },
  tag: Pick<Tag, 'quickKey'>,
): { key: QuickKey | null } | null {
  if (!stroke.altKey) return null;
  // By the place of the key: Alt makes other characters of digits on some layouts.
  const wanted = QUICK_KEYS.find(
    (key) => stroke.code === `Digit${key}` || stroke.code === `Numpad${key}`,
  );
  if (wanted === undefined) return null;
  return { key: tag.quickKey === wanted ? null : wanted };
}
