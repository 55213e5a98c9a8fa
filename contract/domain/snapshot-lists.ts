/** What an exported snapshot may hold, and why one is taken: closed lists of the form (FEATURES D8). */
export const SNAPSHOT_PURPOSES = [
  'night-shift',
  'regulation-point',
  'audit',
  'ministry',
  'inspection',
  'continuity',
] as const;

export const SNAPSHOT_CONTENTS = ['missions', 'candidates', 'proposals', 'openings', 'journal'] as const;
export type SnapshotContent = (typeof SNAPSHOT_CONTENTS)[number];
