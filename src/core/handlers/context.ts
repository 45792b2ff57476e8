/** What every handler works with. */
import type { PushedEvent } from '../../shared/ipc/contract.ts';
import type { CommandStack } from '../commands/command-stack.ts';
import type { PdfExtractor } from '../import/pdf-extractor.ts';
import type { JobRegistry } from '../jobs/job-registry.ts';
import type { OpenLibrary } from '../library/library.ts';
import type { SearchIndex } from '../search/search-index.ts';

export interface LibraryContext {
  readonly library: OpenLibrary;
  readonly search: SearchIndex;
  readonly extractor: PdfExtractor;
  readonly commands: CommandStack;
  readonly jobs: JobRegistry;
  push(event: PushedEvent): void;
}
