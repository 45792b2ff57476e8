/** Tables of the first release. Never edited once released: a change is a new migration. */
export const migration0001 = `
CREATE TABLE library (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) > 0),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE source_document (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('pdf', 'text')),
  state TEXT NOT NULL CHECK (state IN ('imported', 'needs-ocr', 'password-needed', 'unreadable')),
  unreadable_reason TEXT CHECK ((state = 'unreadable') = (unreadable_reason IS NOT NULL)),
  pages INTEGER NOT NULL CHECK (pages >= 0),
  pages_without_text INTEGER NOT NULL DEFAULT 0 CHECK (pages_without_text >= 0),
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  encoding TEXT,
  text_version INTEGER NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE document_alias (
  document_id INTEGER NOT NULL REFERENCES source_document (id) ON DELETE CASCADE,
  file_name TEXT NOT NULL,
  met_at TEXT NOT NULL,
  PRIMARY KEY (document_id, file_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE page (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES source_document (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (document_id, number)
) STRICT;

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES source_document (id) ON DELETE CASCADE,
  start_page INTEGER NOT NULL CHECK (start_page > 0),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_page INTEGER NOT NULL CHECK (end_page >= start_page),
  end_offset INTEGER NOT NULL CHECK (end_offset >= 0),
  quote TEXT NOT NULL CHECK (length(quote) > 0),
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  rects TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(rects)),
  colour TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK (end_page > start_page OR end_offset > start_offset)
) STRICT;
CREATE INDEX passage_place ON passage (document_id, start_page, start_offset);

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES tag (id) ON DELETE RESTRICT CHECK (parent_id <> id),
  name TEXT NOT NULL CHECK (length(name) > 0),
  folded_name TEXT NOT NULL,
  colour TEXT,
  used_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX tag_name ON tag (coalesce(parent_id, 0), folded_name);

CREATE TABLE case_file (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL CHECK (length(title) > 0),
  folded_title TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL DEFAULT '',
  used_at TEXT NOT NULL
) STRICT;

CREATE TABLE case_event (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL CHECK (length(title) > 0),
  date TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  act TEXT NOT NULL DEFAULT '',
  certainty TEXT NOT NULL DEFAULT 'unknown'
    CHECK (certainty IN ('confirmed', 'likely', 'possible', 'unlikely', 'unknown')),
  description TEXT NOT NULL DEFAULT '',
  used_at TEXT NOT NULL
) STRICT;

CREATE TABLE passage_tag (
  passage_id INTEGER NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (passage_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_tag_by_tag ON passage_tag (tag_id);

CREATE TABLE passage_case (
  passage_id INTEGER NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
  case_id INTEGER NOT NULL REFERENCES case_file (id) ON DELETE CASCADE,
  PRIMARY KEY (passage_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_case_by_case ON passage_case (case_id);

CREATE TABLE passage_event (
  passage_id INTEGER NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
  event_id INTEGER NOT NULL REFERENCES case_event (id) ON DELETE CASCADE,
  PRIMARY KEY (passage_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_event_by_event ON passage_event (event_id);
`;
