/** The table of a plan of arbitration, and what its constraints start from. No schema: windows take it as it is. */
import type { ArbitrationConstraints } from './arbitration-contract.ts';

/** What the windows start from. */
export const DEFAULT_CONSTRAINTS: ArbitrationConstraints = {
  reach: 'opened',
  distanceCaps: { local: null, departemental: null, national: null },
  reserves: [],
  ehpadExperience: 'preferred',
  intensiveCareExperience: 'preferred',
  verifiedOnly: false,
  freshFirst: true,
  mostSolicitations: 3,
};

/**
 * Columns of a plan's rows, for filters, sorts and facets. One row per post. `id` is the row's, `missionId` +
 * `candidateId` the pair's; `rowState` is 'chosen' (proposed by the plan), 'pinned', 'held' (as it is today) or 'empty'.
 */
export const PLAN_COLUMNS = [
  { name: 'rowState', type: 'category' },
  { name: 'missionId', type: 'text' },
  { name: 'agency', type: 'category', nullable: true },
  { name: 'departement', type: 'category' },
  { name: 'establishmentName', type: 'text' },
  { name: 'profession', type: 'category' },
  { name: 'priority', type: 'category' },
  { name: 'startDate', type: 'day' },
  { name: 'endDate', type: 'day' },
  { name: 'candidateId', type: 'text', nullable: true },
  { name: 'candidateName', type: 'text', nullable: true },
  { name: 'candidateNumber', type: 'number', nullable: true },
  { name: 'candidateAgency', type: 'category', nullable: true },
  { name: 'candidateDepartement', type: 'category', nullable: true },
  { name: 'mobilisation', type: 'category', nullable: true },
  /** Kilometres as the crow flies; null where a place is unknown. */
  { name: 'distanceKm', type: 'number', nullable: true },
  /** Points of the match (as in the candidates' table), of 125. */
  { name: 'rankPoints', type: 'number', nullable: true },
  /** Solicitations of the last 7 days. */
  { name: 'solicitations', type: 'number', nullable: true },
  /** SHORTFALL_REASONS, where the post is empty. */
  { name: 'shortfall', type: 'category', nullable: true },
  /** Against the plan before: 'kept' or 'new'; null where there was none. */
  { name: 'change', type: 'category', nullable: true },
] as const;
