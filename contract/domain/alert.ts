/** The life of the alert that an ARS sends to the CCS about one mission (F107, DOMAIN §4.6). */
import type { Right } from './right.ts';

export const ALERT_STATES = ['raised', 'taken', 'answered', 'declined', 'lifted'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

export const ALERT_STATE_LABELS: Readonly<Record<AlertState, string>> = {
  raised: 'POSÉE',
  taken: 'PRISE',
  answered: 'RÉPONDUE',
  declined: 'DÉCLINÉE',
  lifted: 'LEVÉE',
};

export const ALERT_EVENTS = ['raise', 'take', 'answer', 'decline', 'lift'] as const;
export type AlertEvent = (typeof ALERT_EVENTS)[number];

/** The right that each event asks for (DOMAIN §9). */
export const ALERT_RIGHTS: Readonly<Record<AlertEvent, Right>> = {
  raise: 'raise-alert',
  take: 'answer-alert',
  answer: 'answer-alert',
  decline: 'answer-alert',
  lift: 'lift-alert',
};

const TRANSITIONS: Readonly<Record<AlertState, Readonly<Partial<Record<AlertEvent, AlertState>>>>> = {
  raised: { take: 'taken', lift: 'lifted' },
  taken: { answer: 'answered', decline: 'declined', lift: 'lifted' },
  answered: { lift: 'lifted' },
  declined: { raise: 'raised', lift: 'lifted' },
  lifted: { raise: 'raised' },
};

/**
 * The next state of the one alert of a mission, or null when the event is not allowed.
 *
 * ```
 *   (none) ──raise──▶ POSÉE ──take──▶ PRISE ──answer──▶ RÉPONDUE ──lift──▶ LEVÉE
 *                       │               ├─────decline──▶ DÉCLINÉE ──lift──▶   │
 *                       └──lift──▶ LEVÉE ◀──lift──┘          └──raise──▶ POSÉE ◀──raise──┘
 * ```
 *
 * `lift` is done by the ARS, or by itself when the mission is filled, closed or ended.
 *
 * @param state null when no alert was ever raised for the mission
 */
export function nextAlertState(state: AlertState | null, event: AlertEvent): AlertState | null {
  if (state === null) return event === 'raise' ? 'raised' : null;
  return TRANSITIONS[state][event] ?? null;
}

/** Does the "Alerte" column show "CCS"? Until the alert is lifted or declined. */
export function alertShows(state: AlertState | null): boolean {
  return state === 'raised' || state === 'taken' || state === 'answered';
}
