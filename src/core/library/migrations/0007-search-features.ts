/**
 * Days that pages mention, saved searches and recent ones. `search_date` has one row for each document that was looked
 * through by a version of the finder; `dates` are its days by page (`core/dates/date-codec.ts`), `first_day` and `last_day`
 * the earliest and latest of them. It can be made again from the pages, so no foreign key leads from it.
 */
export const migration0007 = `
CREATE TABLE search_date (
  document_id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  first_day INTEGER,
  last_day INTEGER,
  dates BLOB NOT NULL
) STRICT;

CREATE INDEX page_languages ON page (document_id, number, language);

CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) > 0),
  folded_name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL CHECK (length(query) > 0),
  sort_order TEXT NOT NULL,
  spellings TEXT NOT NULL CHECK (json_valid(spellings)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE recent_search (
  id INTEGER PRIMARY KEY,
  query TEXT NOT NULL UNIQUE CHECK (length(query) > 0)
) STRICT;
`;
