import type { Instant } from './instant.ts';
import { hoursBetween } from './instant.ts';
import type { ProposalState } from './proposal.ts';

/** Hours after which silence on a proposal is shown, reminded, or ends it (DOMAIN §4.4). Kept in settings. */
export interface BlockedThresholds {
  /** The establishment is reminded of a person it contacted. */
  readonly contactReminderHours: number;
  /** The contact is blocked: a person may release it, with a reason; nothing releases it alone. */
  readonly contactBlockedHours: number;
  /** A proposal that nobody contacted lapses by itself. */
  readonly openLapseHours: number;
}

export const DEFAULT_BLOCKED_THRESHOLDS: BlockedThresholds = {
  contactReminderHours: 24,
  contactBlockedHours: 48,
  openLapseHours: 72,
};

export const BLOCKED_STATES = ['in-time', 'to-remind', 'blocked', 'to-lapse'] as const;
export type BlockedState = (typeof BLOCKED_STATES)[number];

export const BLOCKED_STATE_LABELS: Readonly<Record<BlockedState, string>> = {
  'in-time': 'Dans les délais',
  'to-remind': 'À relancer',
  blocked: 'Bloqué',
  'to-lapse': 'Sans suite, devient caduque',
};

export interface WaitingProposal {
  readonly state: ProposalState;
  /** When it entered this state; a resumed proposal starts again. */
  readonly since: Instant;
}

/**
 * How long a proposal has been left without an answer. A suspended one does not age: nobody can act on it.
 *
 * @example blockedState({ state: 'contacted', since: 0 }, 49 * 3_600_000) // 'blocked'
 */
export function blockedState(
  proposal: WaitingProposal,
  now: Instant,
  thresholds: BlockedThresholds = DEFAULT_BLOCKED_THRESHOLDS,
): BlockedState {
  const hours = hoursBetween(proposal.since, now);
  if (proposal.state === 'open') return hours >= thresholds.openLapseHours ? 'to-lapse' : 'in-time';
  if (proposal.state !== 'contacted') return 'in-time';
  if (hours >= thresholds.contactBlockedHours) return 'blocked';
  return hours >= thresholds.contactReminderHours ? 'to-remind' : 'in-time';
}
