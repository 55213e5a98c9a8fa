/** Every kind of row that the feed carries, in the order in which a first transfer sends them. */
import { CANDIDATE_COLUMNS } from './candidate-row.ts';
import type { RowOf } from './column.ts';
import { ESTABLISHMENT_COLUMNS } from './establishment-row.ts';
import { MISSION_COLUMNS } from './mission-row.ts';
import { PROPOSAL_COLUMNS } from './proposal-row.ts';
import {
  ACCOUNT_REQUEST_COLUMNS,
  ALERT_COLUMNS,
  CRISIS_MODE_COLUMNS,
  DIRECT_ACCESS_COLUMNS,
  OPENING_COLUMNS,
  POOL_COLUMNS,
  REGULATOR_COLUMNS,
  RESERVE_REQUEST_COLUMNS,
} from './regulation-rows.ts';

/** Missions first: the queue is useful while the candidates still arrive (UX, first run). */
export const ROW_KINDS = {
  mission: MISSION_COLUMNS,
  establishment: ESTABLISHMENT_COLUMNS,
  crisisMode: CRISIS_MODE_COLUMNS,
  directAccess: DIRECT_ACCESS_COLUMNS,
  opening: OPENING_COLUMNS,
  alert: ALERT_COLUMNS,
  reserveRequest: RESERVE_REQUEST_COLUMNS,
  pool: POOL_COLUMNS,
  regulator: REGULATOR_COLUMNS,
  accountRequest: ACCOUNT_REQUEST_COLUMNS,
  proposal: PROPOSAL_COLUMNS,
  candidate: CANDIDATE_COLUMNS,
} as const;

export type RowKind = keyof typeof ROW_KINDS;
export type RowOfKind<K extends RowKind> = RowOf<(typeof ROW_KINDS)[K]>;
export type AnyRow = { [K in RowKind]: RowOfKind<K> }[RowKind];

export const ROW_KIND_NAMES = Object.keys(ROW_KINDS) as readonly RowKind[];
