/** The actions that belong to no single feature. The reader and the search register theirs while they are shown. */
import { call } from '../api.ts';
import { redo, undo } from '../stores/history.ts';
import { useDocuments } from '../stores/documents.ts';
import { runningJob, showReport, useJobs } from '../stores/jobs.ts';
import { showFailure } from '../stores/notices.ts';
import { isLibraryOpen } from '../stores/session.ts';
import { exportSelection } from '../features/exports/export-selection.ts';
import { backUp } from '../features/vault/backup/back-up.ts';
import { findInReader } from '../features/reader/find/find.ts';
import { canSaveSearch, saveSearch } from '../features/search/book/save-search.ts';
import { focusFacets } from '../features/search/facets/focus-facets.ts';
import { focusSearch } from '../features/search/focus-search.ts';
import { useSearchFacets } from '../stores/search-facets.ts';
import {
  openPlace,
  setReaderAlone,
  showDialog,
  showSection,
  useView,
  type Section,
} from '../stores/view.ts';
import { canGo, go } from '../stores/trail.ts';
import { registerAction } from './registry.ts';

export function registerShellActions(): void {
  registerAction('library.import-files', { enabled: isLibraryOpen, run: () => choose('files') });
  registerAction('library.import-folder', { enabled: isLibraryOpen, run: () => choose('folder') });
  registerAction('library.import-reports', {
    enabled: isLibraryOpen,
    run: () => showReport('latest'),
  });
  registerAction('library.export', {
    enabled: () => isLibraryOpen() && useDocuments.getState().documents.length > 0,
    run: () => showDialog({ kind: 'export', selection: exportSelection() }),
  });
  registerAction('library.backup', {
    enabled: () => isLibraryOpen() && runningJob(useJobs.getState()) === undefined,
    run: backUp,
  });
  registerAction('library.security', {
    enabled: isLibraryOpen,
    run: () => showDialog({ kind: 'security', first: 'overview' }),
  });
  registerAction('library.lock', { enabled: isLibraryOpen, run: lock });
  // Always: with nothing to undo they say so.
  registerAction('edit.undo', { enabled: isLibraryOpen, run: undo });
  registerAction('edit.redo', { enabled: isLibraryOpen, run: redo });
  registerAction('edit.find-here', {
    enabled: isLibraryOpen,
    run: () => {
      if (!findInReader()) focusSearch();
    },
  });
  registerAction('search.filters', {
    enabled: () => isLibraryOpen() && useSearchFacets.getState().facets !== null,
    run: focusFacets,
  });
  registerAction('search.save', { enabled: canSaveSearch, run: saveSearch });
  registerAction('edit.find', { enabled: isLibraryOpen, run: focusSearch });
  registerSection('go.library', 'library');
  registerSection('go.search', 'search');
  registerSection('go.cases', 'cases');
  registerSection('go.events', 'events');
  registerSection('go.tags', 'tags');
  for (const way of ['back', 'forward'] as const) {
    registerAction(`go.${way}`, {
      enabled: () => isLibraryOpen() && canGo(way, useView.getState().activePane),
      run: () => go(way),
    });
  }
  registerAction('view.reader-alone', {
    enabled: () => openPlace(useView.getState()) !== null,
    run: () => setReaderAlone(!useView.getState().readerAlone),
  });
}

function registerSection(
  id: 'go.library' | 'go.search' | 'go.cases' | 'go.events' | 'go.tags',
  section: Section,
): void {
  registerAction(id, { enabled: isLibraryOpen, run: () => showSection(section) });
}

async function choose(what: 'files' | 'folder'): Promise<void> {
  const outcome = await call('import.choose', { what });
  if (!outcome.ok) showFailure(outcome.failure);
}

async function lock(): Promise<void> {
  const outcome = await call('session.lock', {});
  if (!outcome.ok) showFailure(outcome.failure);
}
