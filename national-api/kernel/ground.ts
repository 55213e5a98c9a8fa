/** What every part of the service stands on; time, ids and randomness are given, never taken. */
import type { Clock } from '../../contract/domain/instant.ts';
import type { Database } from '../database/database.ts';

/** One structured line; fields are ids, codes and counts, never a person's data (TRUST S56). */
export type Log = (event: string, fields?: Readonly<Record<string, string | number | boolean | null>>) => void;

export interface Settings {
  /** Seconds that a mail waits, so that an undo can still cancel it (DOMAIN §4.9). */
  readonly mailGraceSeconds: number;
  /** Hours: reminder, blocked, lapse of EN COURS (DOMAIN §4.4). */
  readonly contactReminderHours: number;
  readonly contactBlockedHours: number;
  readonly proposalLapseHours: number;
  /** The address at which an activation link's secret is used: where a person chooses a password (F34-F36). */
  readonly activationLink: (token: string) => string;
}

export const DEFAULT_SETTINGS: Settings = {
  mailGraceSeconds: 120,
  contactReminderHours: 24,
  contactBlockedHours: 48,
  proposalLapseHours: 72,
  activationLink: (token) => `https://renfort-rh.example/oidc/activation?jeton=${token}`,
};

export interface Ground {
  readonly database: Database;
  readonly clock: Clock;
  /** A new UUIDv7. */
  readonly makeId: () => string;
  /** Cryptographic random bytes, or seeded ones in simulations. */
  readonly randomBytes: (count: number) => Uint8Array;
  readonly settings: Settings;
  readonly log: Log;
}

/** An instant as rows store it. */
export function isoInstant(instant: number): string {
  return new Date(instant).toISOString();
}
