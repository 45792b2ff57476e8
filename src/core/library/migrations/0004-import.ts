/**
 * The import queue, what is known about a document, the language of its pages, and which originals go at the close.
 * `format` is what a file is, `kind` how it is shown. No foreign key leads from the queue to the documents: a report
 * outlives what it tells of.
 */
export const migration0004 = `
CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  roots BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('counting', 'waiting', 'running', 'paused', 'done', 'cancelled')),
  created_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;

CREATE TABLE import_item (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
  path BLOB NOT NULL,
  outcome TEXT CHECK (outcome IN
    ('imported', 'duplicate', 'needs-ocr', 'password-needed', 'unreadable', 'skipped', 'deleted')),
  reason TEXT,
  document_id INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0)
) STRICT;
CREATE INDEX import_item_by_outcome ON import_item (batch_id, outcome);
CREATE INDEX import_item_by_document ON import_item (document_id) WHERE document_id IS NOT NULL;

ALTER TABLE source_document ADD COLUMN format TEXT NOT NULL DEFAULT 'text'
  CHECK (format IN ('pdf', 'text', 'markdown', 'html', 'docx', 'odt', 'eml'));
UPDATE source_document SET format = kind;
ALTER TABLE source_document ADD COLUMN authors TEXT NOT NULL DEFAULT '';
ALTER TABLE source_document ADD COLUMN publisher TEXT NOT NULL DEFAULT '';
ALTER TABLE source_document ADD COLUMN date TEXT NOT NULL DEFAULT '';
ALTER TABLE source_document ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE source_document ADD COLUMN source_url TEXT NOT NULL DEFAULT '';
ALTER TABLE source_document ADD COLUMN reliability TEXT NOT NULL DEFAULT 'unknown'
  CHECK (reliability IN ('unknown', 'reliable', 'mostly-reliable', 'doubtful', 'unreliable'));
ALTER TABLE source_document ADD COLUMN reference TEXT NOT NULL DEFAULT '';
ALTER TABLE source_document ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE source_document ADD COLUMN outline TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(outline));
ALTER TABLE source_document ADD COLUMN pages_garbled INTEGER NOT NULL DEFAULT 0 CHECK (pages_garbled >= 0);
ALTER TABLE source_document ADD COLUMN pdf_password TEXT;

ALTER TABLE page ADD COLUMN language TEXT;
ALTER TABLE page ADD COLUMN garbled INTEGER NOT NULL DEFAULT 0 CHECK (garbled IN (0, 1));
CREATE INDEX page_language ON page (language, document_id, number);

CREATE TABLE original_to_purge (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64)
) STRICT, WITHOUT ROWID;
`;
