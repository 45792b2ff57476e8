import { resolve } from 'node:path';
import { runBatch, type BatchCallbacks } from '../../core/import/import-batch.ts';
import { importFiles } from '../../core/import/import-files.ts';
import { nodePdfExtractor } from '../../core/import/node-pdf-extractor.ts';
import { listBatches } from '../../core/library/queries/import-batch.ts';
import type { ImportReportLine } from '../../shared/domain/job.ts';
import { fail } from '../../shared/failure.ts';
import { parse, required } from '../arguments.ts';
import type { Terminal } from '../terminal.ts';
import { withLibrary } from '../with-library.ts';

/** Nobody else waits for the library here, so its index is put in shape in long steps (milliseconds). */
const MAINTENANCE_MS = 1_000;

const UNFINISHED: ReadonlySet<string> = new Set(['counting', 'waiting', 'running']);

/** Some files could not be read; the others were imported. */
const SOME_UNREADABLE = 3;

export async function importVerb(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {});
  const [folder, ...paths] = positionals;
  required(paths[0], 'PATH');
  return withLibrary(terminal, required(folder, 'LIB'), values['passphrase-file'], async (at) => {
    let files = 0;
    let unread = 0;
    at.library.originals.sweep();
    const dependencies = { ...at, extractor: nodePdfExtractor() };
    const callbacks: BatchCallbacks = {
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onFile(line) {
        files += 1;
        if (line.outcome.kind === 'unreadable' || line.outcome.kind === 'password-needed') {
          unread += 1;
        }
        terminal.result(resultOf(line), `${line.path}: ${sentence(terminal, line)}`);
      },
    };
    // What an import that was killed left goes first; what a person paused in the window stays paused.
    for (const { id, state } of listBatches(at.library.database).reverse()) {
      if (UNFINISHED.has(state)) await runBatch(dependencies, id, callbacks);
    }
    const given = paths.map((path) => resolve(path));
    await importFiles(dependencies, given, callbacks);
    while (at.search.maintain(MAINTENANCE_MS));
    if (files === 0) throw fail({ kind: 'nothing-to-import' });
    return unread === 0 ? 0 : SOME_UNREADABLE;
  });
}

function resultOf({ path, outcome }: ImportReportLine): object {
  return {
    path,
    outcome: outcome.kind,
    documentId: 'documentId' in outcome ? outcome.documentId : null,
    reason: 'reason' in outcome ? outcome.reason : null,
  };
}

function sentence({ words }: Terminal, { outcome }: ImportReportLine): string {
  const t = words.getFixedT(null, 'cli');
  switch (outcome.kind) {
    case 'unreadable':
      return t('unreadable', { reason: words.t(outcome.reason, { ns: 'unreadable' }) });
    case 'skipped':
      return t('skipped', { reason: t(`skipped.${outcome.reason}`) });
    default:
      return t(outcome.kind);
  }
}
