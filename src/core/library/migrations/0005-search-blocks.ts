/**
 * The search index in blocks instead of a row for every word (docs/architecture.md, «Search»). What was indexed before
 * is dropped; the library indexes its pages again while it is idle. Everything here can be rebuilt from the pages.
 * No foreign keys: rows of the index outlive the rows they were made from until they are swept.
 */
export const migration0005 = `
DROP TABLE search_state;
DROP TABLE search_document;
DROP TABLE search_term;
DROP TABLE search_form;
DROP TABLE search_name;
DROP TABLE search_segment;
DROP TABLE search_posting;
DROP TABLE search_tombstone;
DROP TABLE search_merge;

CREATE TABLE search_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  generation INTEGER NOT NULL
) STRICT;
INSERT INTO search_state (one, generation) VALUES (1, 0);

CREATE TABLE search_document (
  document_id INTEGER PRIMARY KEY,
  analysis_version INTEGER NOT NULL
) STRICT;

CREATE TABLE search_segment (
  id INTEGER PRIMARY KEY,
  token INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('live', 'building', 'dropped')),
  pages BLOB NOT NULL,
  directory BLOB NOT NULL
) STRICT;

CREATE TABLE search_block (
  id INTEGER PRIMARY KEY,
  words BLOB NOT NULL,
  lists BLOB NOT NULL
) STRICT;

CREATE TABLE search_tombstone (
  segment_id INTEGER NOT NULL,
  local INTEGER NOT NULL,
  holds_words INTEGER NOT NULL,
  PRIMARY KEY (segment_id, local)
) STRICT, WITHOUT ROWID;
`;
