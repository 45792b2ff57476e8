/** What the row of a region has where other passages have their words (migration 9). */
export const REGION_QUOTE = '\ufffc';
