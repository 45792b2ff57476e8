import { beforeEach, expect, test } from 'vitest';
import { useLabels } from '../../../src/renderer/stores/labels.ts';
import { useNotices } from '../../../src/renderer/stores/notices.ts';
import { paneOf } from '../../../src/renderer/features/reader/panes/pane.ts';
import { noteMaking, passagesMeant } from '../../../src/renderer/features/reader/passages-meant.ts';
import { applyQuickKey } from '../../../src/renderer/features/reader/quick-tags.ts';
import type { SelectedWords } from '../../../src/renderer/features/reader/reader-store.ts';
import type { Passage } from '../../../src/shared/domain/passage.ts';
import type { SourceDocument } from '../../../src/shared/domain/source-document.ts';
import { installBridge, type AskedChannel } from '../bridge.ts';

const TAG = 7;
const { reader } = paneOf('left');
const WORDS: SelectedWords = {
  documentId: 1,
  start: { page: 1, offset: 0 },
  end: { page: 1, offset: 5 },
} as SelectedWords;

/** As the library would: it ties, unties and lists, each after a turn of the event loop. */
function library(tags: Map<number, boolean>): string[] {
  const kinds: string[] = [];
  const asked: AskedChannel[] = installBridge();
  asked.push = (one: AskedChannel): number => {
    setTimeout(() => one.answer({ ok: true, value: answerOf(one) }), 1);
    return 0;
  };
  const answerOf = ({ channel, request }: AskedChannel): unknown => {
    if (channel === 'passage.list') return passagesOf(tags);
    if (channel !== 'command.run') return null;
    const { command } = request as { command: { kind: string; passageIds: number[] } };
    kinds.push(`${command.kind} ${command.passageIds.join()}`);
    for (const id of command.passageIds) tags.set(id, command.kind === 'passage.link');
    const words = { command: command.kind, label: 'tag', count: 1, names: [] };
    return { command: command.kind, words, passageIds: [], undoes: null, redoes: null };
  };
  return kinds;
}

function passagesOf(tags: Map<number, boolean>): Passage[] {
  return [...tags].map(
    ([id, tied]) =>
      ({
        ...WORDS,
        id,
        tagIds: tied ? [TAG] : [],
        quote: { exact: 'words' },
      }) as unknown as Passage,
  );
}

beforeEach(() => {
  useNotices.setState({ notices: [] });
  useLabels.setState(({ book }) => ({
    book: { ...book, tags: [{ id: TAG, name: 'Arrest', quickKey: 1 }] as never },
  }));
  reader.setState({
    opening: { kind: 'open', document: { id: 1 } as SourceDocument } as never,
    words: null,
    passages: passagesOf(
      new Map([
        [4, false],
        [5, false],
      ]),
    ),
    selectedId: 4,
  });
});

test('every press of a quick key counts once, on the passage that was selected when it was pressed', async () => {
  const tags = new Map([
    [4, false],
    [5, false],
  ]);
  const kinds = library(tags);
  const presses = Array.from({ length: 5 }, () => applyQuickKey(1));
  reader.setState({ selectedId: 5 });
  presses.push(applyQuickKey(1));
  await Promise.all(presses);
  expect(kinds).toEqual([
    'passage.link 4',
    'passage.unlink 4',
    'passage.link 4',
    'passage.unlink 4',
    'passage.link 4',
    'passage.link 5',
  ]);
});

test('a key pressed while a passage is being made means that passage, not the words or what was selected', async () => {
  const kinds = library(
    new Map([
      [4, false],
      [5, false],
    ]),
  );
  let end: (id: number | null) => void = () => undefined;
  reader.setState({ words: WORDS });
  noteMaking(paneOf('left'), WORDS, new Promise((resolve) => (end = resolve)));
  const meant = passagesMeant();
  const tagged = applyQuickKey(1);
  end(5);
  expect(await meant).toEqual([5]);
  await tagged;
  expect(kinds).toEqual(['passage.link 5']);
});

test('keys without a tag leave one notice', async () => {
  await applyQuickKey(8);
  await applyQuickKey(9);
  expect(useNotices.getState().notices).toHaveLength(1);
});
