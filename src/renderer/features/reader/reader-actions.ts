/** Registers what the reader can do while a document is open. */
import { useEffect } from 'react';
import { actionsChanged, registerAction } from '../../actions/registry.ts';
import { pin } from '../../stores/pins.ts';
import { dropHeldKeys, holdKeys } from '../../actions/held-keys.ts';
import { registerPaneActions } from './panes/pane-actions.ts';
import { openPalette, usePalette } from '../palette/palette-store.ts';
import { isFinding, moveFound } from './find/find.ts';
import { registerPageActions } from './page-actions.ts';
import { countHits } from './hits.ts';
import { moveHit } from './move-hit.ts';
import { QUICK_KEYS } from '../../../shared/domain/label.ts';
import { endCaret, startBounds, startCaret } from './caret/caret-mode.ts';
import { pickNextHere } from './marks/pick-next.ts';
import {
  copyCitation,
  createPassage,
  deletePassages,
  mergeSelected,
  passagesInHand,
} from './passage-commands.ts';
import { passageBeingMade, passagesMeant, takeTurn } from './passages-meant.ts';
import { applyQuickKey } from './quick-tags.ts';
import { selectedPassage, selectedPassages, useReader } from './reader-store.ts';
import { createRegion, hasRegion } from './region/region.ts';

export function useReaderActions(): void {
  useEffect(() => {
    const stops = [
      registerAction('view.zoom-in', {
        enabled: hasSurface,
        run: () => useReader.getState().surface?.zoomIn(),
      }),
      registerAction('view.zoom-out', {
        enabled: hasSurface,
        run: () => useReader.getState().surface?.zoomOut(),
      }),
      registerAction('view.zoom-reset', {
        enabled: hasSurface,
        run: () => useReader.getState().surface?.zoomTo(1),
      }),
      ...registerPageActions(),
      registerAction('view.next-hit', {
        enabled: hasMarks,
        run: () => (isFinding() ? moveFound(1) : moveHit(1)),
      }),
      registerAction('view.previous-hit', {
        enabled: hasMarks,
        run: () => (isFinding() ? moveFound(-1) : moveHit(-1)),
      }),
      registerAction('passage.highlight', {
        enabled: () => hasWords() || hasRegion(),
        run: async () => {
          const { words } = useReader.getState();
          if (hasRegion()) await createRegion();
          else if (words !== null) await createPassage(words);
        },
      }),
      registerAction('passage.tag', {
        enabled: () => hasSomething() || hasRegion(),
        run: () => startTagging(null),
      }),
      registerAction('passage.new-event', {
        enabled: () => hasSomething() || hasRegion(),
        run: () => startTagging('event'),
      }),
      registerAction('passage.note', {
        enabled: () => hasSomething() || hasRegion(),
        run: startNote,
      }),
      registerAction('passage.copy-citation', {
        enabled: hasSomething,
        run: async () => {
          const slice = useReader.getState();
          const of = slice.words ?? selectedPassage(slice);
          if (of !== null) await copyCitation(of);
        },
      }),
      registerAction('passage.pin', {
        enabled: hasSomething,
        run: async () => {
          const [id] = await passagesInHand();
          if (id !== undefined) pin(id);
        },
      }),
      registerAction('passage.delete', {
        enabled: () => isMaking() || (!hasWords() && !hasRegion() && hasSelectedPassage()),
        run: deleteMeant,
      }),
      registerAction('passage.select-by-keyboard', {
        enabled: hasSurface,
        run: () => (useReader.getState().caret === null ? startCaret() : endCaret()),
      }),
      registerAction('passage.bounds', {
        enabled: () => isMaking() || (!hasWords() && hasSelectedPassage()),
        run: async () => {
          if ((await passagesMeant()).length > 0) startBounds();
        },
      }),
      registerAction('passage.merge', {
        enabled: () => selectedPassages(useReader.getState()).length > 1 && !hasWords(),
        run: mergeSelected,
      }),
      registerAction('passage.next-here', { enabled: hasSurface, run: () => pickNextHere() }),
      ...QUICK_KEYS.map((key) =>
        registerAction(`passage.quick-${key}`, {
          enabled: () => hasSomething() || hasRegion(),
          run: () => applyQuickKey(key),
        }),
      ),
    ];
    const stopWatching = [
      ...registerPaneActions(),
      useReader.subscribe(actionsChanged),
      usePalette.subscribe(actionsChanged),
    ];
    return () => {
      for (const stop of [...stops, ...stopWatching]) stop();
    };
  }, []);
}

function hasSurface(): boolean {
  return useReader.getState().surface !== null;
}

/** What was asked for last is what the keys move among. */
function hasMarks(): boolean {
  const { find, hits } = useReader.getState();
  return countHits(find?.pages ?? hits) > 0;
}

function hasWords(): boolean {
  return useReader.getState().words !== null && usePalette.getState().target === null;
}

/** A key that comes right after the one that makes a passage means that passage. */
function isMaking(): boolean {
  return passageBeingMade() !== null && usePalette.getState().target === null;
}

function hasSelectedPassage(): boolean {
  return selectedPassage(useReader.getState()) !== null && usePalette.getState().target === null;
}

function hasSomething(): boolean {
  return hasWords() || hasSelectedPassage();
}

async function deleteMeant(): Promise<void> {
  const meant = passagesMeant();
  await takeTurn(async () => {
    const known = new Set(useReader.getState().passages.map(({ id }) => id));
    const ids = (await meant).filter((id) => known.has(id));
    if (ids.length > 0) await deletePassages(ids);
  });
}

async function startTagging(only: 'event' | null): Promise<void> {
  if (hasRegion()) {
    holdKeys();
    if ((await createRegion()) === null) return dropHeldKeys();
  }
  const slice = useReader.getState();
  if (slice.words !== null) return openPalette({ kind: 'words', words: slice.words }, only);
  const passageIds = selectedPassages(slice).map(({ id }) => id);
  if (passageIds.length > 0) openPalette({ kind: 'passages', passageIds }, only);
}

async function startNote(): Promise<void> {
  const { selectedId } = useReader.getState();
  holdKeys();
  const ids = await passagesInHand();
  const id = ids.find((each) => each === selectedId) ?? ids[0];
  if (id === undefined) return dropHeldKeys();
  useReader.setState({
    selectedId: id,
    alsoSelected: new Set(),
    panel: 'passages',
    noteWanted: id,
  });
}
