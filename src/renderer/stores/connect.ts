/** Joins the stores to what main and the library process push. */
import { runFromMenu } from '../actions/keys.ts';
import { actionsChanged, isActionId } from '../actions/registry.ts';
import { onEvent } from '../api.ts';
import type { ChangedNoun, PushedEvent } from '../../shared/ipc/contract.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { finishJob } from '../features/jobs/finish-job.ts';
import type { StoreApi } from 'zustand';
import { noteChanges, useChanges } from './changes.ts';
import { loadDocuments, useDocuments } from './documents.ts';
import { useHistory } from './history.ts';
import { noteJob, useJobs } from './jobs.ts';
import { loadLabels, useLabels } from './labels.ts';
import { useNotices } from './notices.ts';
import { useSearch } from './search.ts';
import { loadSession, setSession, useSession, type SessionSlice } from './session.ts';
import { useView } from './view.ts';

/** Everything that holds words of the library; emptied when it is locked. */
const LIBRARY_STORES = [
  joined(useChanges),
  joined(useDocuments),
  joined(useHistory),
  joined(useJobs),
  joined(useLabels),
  joined(useNotices),
  joined(useSearch),
  joined(useView),
];

export function connectStores(): void {
  onEvent(take);
  for (const store of [...LIBRARY_STORES, joined(useSession)]) store.subscribe(actionsChanged);
  // Main answers and pushes the new state; whichever comes first counts.
  useSession.subscribe(({ state }, before) => {
    if (state.kind !== before.state.kind) enter(state);
  });
  void loadSession();
}

function take(event: PushedEvent): void {
  switch (event.kind) {
    case 'session-changed':
      return setSession(event.state);
    case 'job-changed': {
      const before = noteJob(event.job);
      if (before?.state.kind !== event.job.state.kind) finishJob(event.job);
      return;
    }
    case 'library-changed':
      return reload(event.what);
    case 'reencrypt-progress':
    case 'settings-changed':
      return;
    case 'action':
      if (isActionId(event.id)) runFromMenu(event.id);
      return;
    default:
      assertNever(event);
  }
}

function enter(state: SessionSlice['state']): void {
  if (state.kind === 'open') {
    loadDocuments();
    loadLabels();
  } else {
    for (const store of LIBRARY_STORES) store.empty();
  }
}

/** What all stores have in common, whatever they hold. */
function joined<State>(store: StoreApi<State>) {
  return {
    subscribe: (listener: () => void) => store.subscribe(listener),
    empty: () => store.setState(store.getInitialState(), true),
  };
}

function reload(what: readonly ChangedNoun[]): void {
  noteChanges(what);
  if (what.includes('document') || what.includes('passage')) loadDocuments();
  loadLabels();
}
