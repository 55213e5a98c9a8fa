/** What a mission's row says while nobody has decided anything about it. DOMAIN §2.6-2.7. */
import type { MissionRow } from './mission-row.ts';

/** The regulators' own facts, empty: no lane, deferral, note, assigned regulator nor alert. */
export const NO_REGULATORS_FACTS = {
  priority: 'none',
  priorityReason: null,
  priorityVersion: 0,
  priorityByName: null,
  priorityAt: null,
  deferredUntil: null,
  deferralReason: null,
  deferralVersion: 0,
  deferralByName: null,
  deferralAt: null,
  note: null,
  noteVersion: 0,
  noteByName: null,
  noteAt: null,
  regulatorId: null,
  regulatorName: null,
  regulatorVersion: 0,
  regulatorByName: null,
  regulatorAt: null,
  alert: null,
} as const satisfies Partial<MissionRow>;

/** A mission just deposited: no regulators' facts, and not closed. */
export const UNDECIDED_MISSION = {
  ...NO_REGULATORS_FACTS,
  closingReason: null,
  closedAt: null,
  closedByName: null,
} as const satisfies Partial<MissionRow>;
