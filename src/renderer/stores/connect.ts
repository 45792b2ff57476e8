/** Joins the stores to what main and the library process push. */
import { runFromMenu } from '../actions/keys.ts';
import { actionsChanged, isActionId } from '../actions/registry.ts';
import { call, onEvent } from '../api.ts';
import type { ChangedNoun, PushedEvent } from '../../shared/ipc/contract.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { saveTyping } from '../features/reader/panel/save-typing.ts';
import { announceResumed, finishJob } from '../features/jobs/finish-job.ts';
import { noteChanges } from './changes.ts';
import { noteClipboard } from './clipboard.ts';
import { loadDocuments, useDocuments } from './documents.ts';
import { useHistory } from './history.ts';
import { loadJobs, noteJob, useJobs } from './jobs.ts';
import { loadLabels, useLabels } from './labels.ts';
import { noteReencryption } from './reencryption.ts';
import { useSearch } from './search.ts';
import { loadSearchBook, useSearchBook } from './search-book.ts';
import { useSearchFacets } from './search-facets.ts';
import { loadLibrary, noteCondition, useLibrary } from './session.ts';
import { loadSettings, noteSettings } from './settings.ts';
import { useView } from './view.ts';

/** Whether an action can be run depends on these. */
const STORES = [
  useDocuments,
  useHistory,
  useJobs,
  useLabels,
  useLibrary,
  useSearch,
  useSearchFacets,
  useSearchBook,
  useView,
];

export function connectStores(): void {
  onEvent(take);
  for (const store of STORES) store.subscribe(actionsChanged);
  void loadLibrary();
  void loadJobs().then((missed) => missed.forEach(announceResumed));
  void loadSettings();
  loadDocuments();
  loadLabels();
  void loadSearchBook();
}

function take(event: PushedEvent): void {
  switch (event.kind) {
    case 'locking':
      return void leave();
    case 'job-changed': {
      const before = noteJob(event.job);
      if (before === undefined) announceResumed(event.job);
      if (before?.state.kind !== event.job.state.kind) finishJob(event.job);
      return;
    }
    case 'library-changed':
      return reload(event.what);
    case 'library-condition':
      return noteCondition(event);
    case 'rescue-progress':
      // Only the session page rescues.
      return;
    case 'reencrypt-progress':
      return noteReencryption(event);
    case 'settings-changed':
      return noteSettings(event.settings);
    case 'clipboard-changed':
      return noteClipboard(event.state);
    case 'action':
      if (isActionId(event.id)) runFromMenu(event.id);
      return;
    default:
      assertNever(event);
  }
}

/** The window goes to the session page; until it is there, nothing of the library is to be seen. */
async function leave(): Promise<void> {
  await saveTyping();
  document.body.hidden = true;
  await call('session.typing-saved', {});
}

function reload(what: readonly ChangedNoun[]): void {
  noteChanges(what);
  if (what.includes('search')) void loadSearchBook();
  if (what.includes('document') || what.includes('passage')) loadDocuments();
  loadLabels();
}
