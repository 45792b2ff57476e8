/**
 * The search index (docs/architecture.md, «Search»). Everything here can be rebuilt from the pages.
 * No foreign keys: rows of the index outlive the rows they were made from until they are merged away.
 */
export const migration0002 = `
CREATE TABLE search_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  generation INTEGER NOT NULL,
  form_sweep TEXT
) STRICT;
INSERT INTO search_state (one, generation) VALUES (1, 0);

CREATE TABLE search_document (
  document_id INTEGER PRIMARY KEY,
  analysis_version INTEGER NOT NULL
) STRICT;

CREATE TABLE search_term (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  term TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE search_form (
  form TEXT NOT NULL,
  term_id INTEGER NOT NULL,
  PRIMARY KEY (form, term_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_name (
  key TEXT NOT NULL,
  term_id INTEGER NOT NULL,
  spelling TEXT NOT NULL,
  PRIMARY KEY (key, term_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_name_by_term ON search_name (term_id);

CREATE TABLE search_segment (
  id INTEGER PRIMARY KEY,
  token INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('live', 'building', 'dropped')),
  next_term INTEGER NOT NULL DEFAULT 0,
  pages BLOB NOT NULL
) STRICT;

CREATE TABLE search_posting (
  segment_id INTEGER NOT NULL,
  term_id INTEGER NOT NULL,
  postings BLOB NOT NULL,
  ordinals BLOB NOT NULL,
  PRIMARY KEY (segment_id, term_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_tombstone (
  segment_id INTEGER NOT NULL,
  local INTEGER NOT NULL,
  PRIMARY KEY (segment_id, local)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_merge (
  target_id INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  included BLOB NOT NULL,
  PRIMARY KEY (target_id, position)
) STRICT, WITHOUT ROWID;
`;
