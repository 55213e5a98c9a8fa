import type { Instant } from './instant.ts';
import { hoursBetween } from './instant.ts';

export const ACCOUNT_REQUEST_STATES = ['submitted', 'duplicate', 'validated', 'refused', 'activated'] as const;
export type AccountRequestState = (typeof ACCOUNT_REQUEST_STATES)[number];

export const ACCOUNT_REQUEST_STATE_LABELS: Readonly<Record<AccountRequestState, string>> = {
  submitted: 'À VALIDER',
  duplicate: 'DOUBLON',
  validated: 'VALIDÉE',
  refused: 'REFUSÉE',
  activated: 'ACTIVÉE',
};

export const ACCOUNT_REQUEST_EVENTS = ['validate', 'refuse', 'resolve-duplicate', 'activate'] as const;
export type AccountRequestEvent = (typeof ACCOUNT_REQUEST_EVENTS)[number];

const TRANSITIONS: Readonly<
  Record<AccountRequestState, Readonly<Partial<Record<AccountRequestEvent, AccountRequestState>>>>
> = {
  submitted: { validate: 'validated', refuse: 'refused' },
  duplicate: { 'resolve-duplicate': 'submitted', refuse: 'refused' },
  validated: { activate: 'activated', refuse: 'refused' },
  refused: {},
  activated: {},
};

/**
 * The next state, or null when the event is not allowed.
 *
 * ```
 *   submit ──▶ À VALIDER ──validate──▶ VALIDÉE ──activate──▶ ACTIVÉE
 *     │            ▲  └────refuse───▶ REFUSÉE ◀──refuse──┘ (before activation)
 *     └─▶ DOUBLON ─┴ resolve          ▲
 *            └────────refuse──────────┘
 * ```
 */
export function nextAccountRequestState(
  state: AccountRequestState,
  event: AccountRequestEvent,
): AccountRequestState | null {
  return TRANSITIONS[state][event] ?? null;
}

/** A request whose e-mail already exists is a duplicate, to be resolved by hand (F24): it never blocks the first. */
export function initialAccountRequestState(emailIsKnown: boolean): AccountRequestState {
  return emailIsKnown ? 'duplicate' : 'submitted';
}

/** Accounts are validated daily (F33): a request that waits longer is late, and shown in red. */
export const ACCOUNT_REQUEST_LATE_HOURS = 24;

/** Is the request still waiting for a person after the daily validation? */
export function isLate(state: AccountRequestState, submittedAt: Instant, now: Instant): boolean {
  const waits = state === 'submitted' || state === 'duplicate';
  return waits && hoursBetween(submittedAt, now) > ACCOUNT_REQUEST_LATE_HOURS;
}

/** The activation link lives 72 h and works once; a new one can always be asked for (F34, F35). */
export const ACTIVATION_LINK_HOURS = 72;

export interface ActivationLink {
  readonly sentAt: Instant;
  readonly usedAt: Instant | null;
}

export type ActivationLinkState = 'usable' | 'used' | 'expired';

/** @example activationLinkState({ sentAt: 0, usedAt: null }, 72 * 3_600_000) // 'usable' */
export function activationLinkState(link: ActivationLink, now: Instant): ActivationLinkState {
  if (link.usedAt !== null) return 'used';
  return hoursBetween(link.sentAt, now) <= ACTIVATION_LINK_HOURS ? 'usable' : 'expired';
}
