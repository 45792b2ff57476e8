/** Tags can be pinned to the keys 1 to 9, and labels have other names. */
export const migration0006 = `
ALTER TABLE tag ADD COLUMN quick_key INTEGER CHECK (quick_key BETWEEN 1 AND 9);
CREATE UNIQUE INDEX tag_quick_key ON tag (quick_key) WHERE quick_key IS NOT NULL;
ALTER TABLE tag ADD COLUMN aliases TEXT NOT NULL DEFAULT '';
ALTER TABLE case_file ADD COLUMN aliases TEXT NOT NULL DEFAULT '';
ALTER TABLE case_event ADD COLUMN aliases TEXT NOT NULL DEFAULT '';
`;
