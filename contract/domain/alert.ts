/** The life of the alert that an ARS sends to the CCS about one mission (F107, DOMAIN §4.6). */
export const ALERT_STATES = ['raised', 'taken', 'answered', 'declined', 'lifted'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

export const ALERT_EVENTS = ['raise', 'take', 'answer', 'decline', 'lift'] as const;
export type AlertEvent = (typeof ALERT_EVENTS)[number];
