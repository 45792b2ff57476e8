/** The search of an open library (interface: search-index.ts). */
import { PageDates } from '../dates/page-dates.ts';
import { PreparedDates } from '../dates/prepared-dates.ts';
import type { LibraryDatabase } from '../library/connection.ts';
import { Analysis } from './analysis/analysis.ts';
import { BODY } from './fields.ts';
import { IndexWriter } from './index/index-writer.ts';
import { PreparedDocument } from './index/prepared-document.ts';
import { verifyIndex } from './index/verify-index.ts';
import { Maintenance } from './maintenance/maintain.ts';
import { MarkFinder } from './results/page-marks.ts';
import { markDocument } from './results/mark-document.ts';
import { presentHits } from './results/present-hits.ts';
import { ALL_SPELLINGS } from '../../shared/domain/search.ts';
import { PreparedEntries } from './prepared-entries.ts';
import { SearchEngine } from './search-engine.ts';
import type { SearchIndex } from './search-index.ts';

/** What it keeps in memory goes with the answered object: drop it when the library is closed. */
export function openSearchIndex(database: LibraryDatabase): SearchIndex {
  const analysis = new Analysis();
  const engine = new SearchEngine(database, 'forms');
  const writer = new IndexWriter(database, analysis, engine.views);
  const maintenance = new Maintenance(database, analysis, engine.views, writer);
  const dates = new PageDates(database);
  return {
    prepareDocument: (title, pages) =>
      new PreparedEntries(
        new PreparedDocument(
          analysis,
          pages.map((text, index) => ({ page: index + 1, texts: [title, text, ''] })),
        ),
        new PreparedDates(pages),
      ),
    addDocument(documentId, entries) {
      writer.add(documentId, entries?.words);
      dates.add(documentId, entries?.dates);
    },
    removeDocument(documentId) {
      writer.remove(documentId);
      dates.remove(documentId);
    },
    documentChanged: (documentId) => writer.update(documentId),
    search(query, { limit, order, spellings = true, withoutSpellings = [] }) {
      const found = engine.find(query, {
        enabled: spellings,
        without: new Set(withoutSpellings),
      });
      const best = engine.best(found, limit, order);
      const finder = new MarkFinder(analysis.lexicon, engine.markPlan(found, BODY));
      return {
        documents: presentHits(database, found, best, finder),
        total: found.total,
        notices: found.notices,
        spellings: engine.spellings(found),
      };
    },
    matchingPages(query, { spellings, withoutSpellings } = ALL_SPELLINGS) {
      const found = engine.find(query, {
        enabled: spellings,
        without: new Set(withoutSpellings),
      });
      const { view } = found;
      return Array.from(engine.all(found), (slot) => ({
        documentId: view.documentIds[slot] ?? 0,
        page: view.pageNumbers[slot] ?? 0,
      }));
    },
    hitsOf(documentId, query, { spellings, withoutSpellings }, after) {
      const found = engine.find(query, { enabled: spellings, without: new Set(withoutSpellings) });
      const finder = new MarkFinder(analysis.lexicon, engine.markPlan(found, BODY));
      return markDocument(database, found, finder, documentId, after);
    },
    facets: (query, { spellings, withoutSpellings } = ALL_SPELLINGS) =>
      engine.facets(query, { enabled: spellings, without: new Set(withoutSpellings) }),
    maintain(budgetMs) {
      const end = performance.now() + budgetMs;
      return maintenance.run(budgetMs) || dates.work(end);
    },
    purgeDeleted: (budgetMs) => maintenance.purge(budgetMs),
    discard() {
      maintenance.discard();
      dates.discard();
    },
    verify() {
      const { pages, problems } = verifyIndex(database, analysis, engine.views.current());
      return { pages, problems: problems + dates.verify() };
    },
  };
}
