/** Where facets look things up. */
import { PageDates } from '../../dates/page-dates.ts';
import type { LibraryDatabase } from '../../library/connection.ts';
import { DocumentFactsReader } from './document-facts.ts';
import { PageLanguages } from './page-languages.ts';

export interface FacetSources {
  readonly database: LibraryDatabase;
  readonly documents: DocumentFactsReader;
  readonly languages: PageLanguages;
  readonly dates: PageDates;
}

export function facetSources(database: LibraryDatabase): FacetSources {
  return {
    database,
    documents: new DocumentFactsReader(database),
    languages: new PageLanguages(database),
    dates: new PageDates(database),
  };
}
