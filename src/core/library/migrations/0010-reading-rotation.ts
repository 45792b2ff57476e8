/** A scan that lies on its side is turned once, not each time it is opened. Degrees. */
export const migration0010 = `
ALTER TABLE reading_place ADD COLUMN rotation INTEGER NOT NULL DEFAULT 0 CHECK (rotation IN (0, 90, 180, 270));
`;
