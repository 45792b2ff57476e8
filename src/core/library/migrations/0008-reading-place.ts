/** Where each document was left. No evidence: it is not undone, not exported, and goes with its document. */
export const migration0008 = `
CREATE TABLE reading_place (
  document_id INTEGER PRIMARY KEY REFERENCES source_document (id) ON DELETE CASCADE,
  page INTEGER NOT NULL CHECK (page >= 1),
  part REAL NOT NULL CHECK (part BETWEEN 0 AND 1)
) STRICT;
`;
