/** A library with all that works on it, as a session puts it together. */
import { createCommandStack, type CommandStack } from '../../../src/core/commands/command-stack.ts';
import type { ImportDependencies } from '../../../src/core/import/import-files.ts';
import { nodePdfExtractor } from '../../../src/core/import/node-pdf-extractor.ts';
import type { OpenLibrary } from '../../../src/core/library/library.ts';
import { purgeOriginals } from '../../../src/core/library/purge-originals.ts';
import { openSearchIndex } from '../../../src/core/search/open-search-index.ts';

export interface Desk extends ImportDependencies {
  readonly commands: CommandStack;
}

export function sitDown(library: OpenLibrary): Desk {
  library.originals.sweep();
  purgeOriginals(library);
  const search = openSearchIndex(library.database);
  const commands = createCommandStack(library.database, (changes) => {
    for (const id of changes.removedDocuments) search.removeDocument(id);
    for (const id of changes.addedDocuments) search.addDocument(id);
    for (const id of changes.changedDocuments) search.documentChanged(id);
  });
  return { library, search, commands, extractor: nodePdfExtractor() };
}

export function standUp({ library }: Desk): void {
  purgeOriginals(library);
  library.close();
}
