import { describe, expect, it } from 'vitest';
import type { AlertEvent, AlertState } from './alert.ts';
import { ALERT_EVENTS, ALERT_STATES, alertShows, nextAlertState } from './alert.ts';

const ALLOWED: Readonly<Record<string, AlertState>> = {
  'none raise': 'raised',
  'raised take': 'taken',
  'raised lift': 'lifted',
  'taken answer': 'answered',
  'taken decline': 'declined',
  'taken lift': 'lifted',
  'answered lift': 'lifted',
  'declined raise': 'raised',
  'declined lift': 'lifted',
  'lifted raise': 'raised',
};

describe('nextAlertState', () => {
  it('F107 allows what its drawing shows, and nothing else', () => {
    for (const state of [null, ...ALERT_STATES]) {
      for (const event of ALERT_EVENTS) {
        expect(nextAlertState(state, event)).toBe(ALLOWED[`${state ?? 'none'} ${event}`] ?? null);
      }
    }
  });

  it('F107 "CCS" shows until the alert is declined or lifted', () => {
    expect(alertShows(null)).toBe(false);
    expect(ALERT_STATES.filter(alertShows)).toEqual(['raised', 'taken', 'answered']);
  });

  it('F107 one alert per mission: a second raise while it shows is refused', () => {
    const raise: AlertEvent = 'raise';
    for (const state of ALERT_STATES.filter(alertShows)) expect(nextAlertState(state, raise)).toBeNull();
    expect(nextAlertState('lifted', raise)).toBe('raised');
  });
});
