export const REFUSAL_REASONS = [
  'refused-by-candidate',
  'unreachable',
  'dates-do-not-fit',
  'skills-do-not-fit',
  'distance',
  'recruited-elsewhere',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const RELEASE_REASONS = [
  'blocked-too-long',
  'asked-by-candidate',
  'asked-by-establishment',
  'crisis-recall',
  'more-urgent-need',
  'error',
] as const;
export type ReleaseReason = (typeof RELEASE_REASONS)[number];

export const EARLY_END_REASONS = ['withdrawal', 'absence', 'error'] as const;
export type EarlyEndReason = (typeof EARLY_END_REASONS)[number];
