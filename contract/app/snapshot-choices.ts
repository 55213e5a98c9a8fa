/** What an export may contain, and what it may be for: words alone, so that a window may have them without the contract. */
export const SNAPSHOT_PURPOSES = [
  'night-shift',
  'regulation-point',
  'audit',
  'ministry',
  'inspection',
  'continuity',
] as const;

export const SNAPSHOT_CONTENTS = ['missions', 'candidates', 'proposals', 'openings', 'journal'] as const;
