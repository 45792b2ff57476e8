/** The search of an open library (interface: search-index.ts). */
import type { LibraryDatabase } from '../library/connection.ts';
import { createAnalysis } from './analysis/analyser.ts';
import { BODY } from './fields.ts';
import { FormRecall } from './forget/recall-forms.ts';
import { IndexWriter } from './index/index-writer.ts';
import { verifyIndex } from './index/verify-index.ts';
import { Maintenance } from './maintenance/maintain.ts';
import { presentHits } from './results/present-hits.ts';
import { SearchEngine } from './search-engine.ts';
import type { SearchIndex } from './search-index.ts';

/** What it keeps in memory goes with the answered object: drop it when the library is closed. */
export function openSearchIndex(database: LibraryDatabase): SearchIndex {
  const analysis = createAnalysis();
  const engine = new SearchEngine(database, analysis, 'forms');
  const recall = new FormRecall(database, analysis, engine.views);
  const writer = new IndexWriter(database, analysis, engine.views, recall);
  const maintenance = new Maintenance(database, engine.views, writer, recall);
  return {
    addDocument: (documentId) => writer.add(documentId),
    removeDocument: (documentId, texts) => writer.remove(documentId, texts),
    documentChanged: (documentId, removed = []) => writer.update(documentId, removed),
    search(query, { limit, spellings = true, withoutSpellings = [] }) {
      const found = engine.find(query, {
        enabled: spellings,
        without: new Set(withoutSpellings),
      });
      const best = engine.best(found, limit);
      const plan = engine.markPlan(found, BODY);
      return {
        documents: presentHits(database, analysis, found, best, plan),
        total: found.total,
        notices: found.notices,
        spellings: engine.spellings(found),
      };
    },
    matchingPages(query) {
      const found = engine.find(query, { enabled: true, without: new Set() });
      const { view } = found;
      return Array.from(engine.all(found), (slot) => ({
        documentId: view.documentIds[slot] ?? 0,
        page: view.pageNumbers[slot] ?? 0,
      }));
    },
    maintain: (budgetMs) => maintenance.run(budgetMs),
    discard: () => maintenance.discard(),
    verify: () => verifyIndex(database, analysis, engine.views.current()),
  };
}
