/** Hours after which silence on a proposal is shown, reminded, or ends it (DOMAIN §4.4). Kept in settings. */
export interface BlockedThresholds {
  readonly contactReminderHours: number;
  readonly contactBlockedHours: number;
  readonly openLapseHours: number;
}

export const DEFAULT_BLOCKED_THRESHOLDS: BlockedThresholds = {
  contactReminderHours: 24,
  contactBlockedHours: 48,
  openLapseHours: 72,
};

export type BlockedState = 'in-time' | 'to-remind' | 'blocked' | 'to-lapse';
