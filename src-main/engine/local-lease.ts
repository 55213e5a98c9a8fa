/**
 * How long a workstation may hold the nation's people without a word from the service (TRUST S54). Counted by this
 * machine's own clock since the last contact; a clock that is set back does not give hours back.
 *
 * ```
 *   contact ──────────── held ────────────▶ over: what is nominative is erased, decisions that wait stay
 *      ▲                   │ contact
 *      └───────────────────┘
 * ```
 */
import { z } from 'zod';
import { readMeta, writeMeta } from '../store/meta.ts';
import type { Store } from '../store/store.ts';

/** Where the administration of the workstations says nothing else. */
export const LEASE_HOURS = 72;
const HOUR_MS = 3_600_000;
const NAME = 'lease';

const leaseSchema = z.strictObject({
  /** Both by this machine's clock, milliseconds since 1970. */
  contact: z.number(),
  latest: z.number(),
});
type Lease = z.infer<typeof leaseSchema>;

/** @example isLeaseOver({ contact: 0, latest: 0 }, 73 * 3_600_000, 72) // true */
export function isLeaseOver({ contact, latest }: Lease, now: number, hours: number): boolean {
  return Math.max(latest, now) - contact > hours * HOUR_MS;
}

/**
 * Looks at the lease, and writes down what time it is at the latest.
 *
 * @param inContact the service answers this person now
 * @returns whether it is over
 */
export function watchLease(store: Store, now: number, hours: number, inContact: boolean): boolean {
  const held = readMeta(store.statements, NAME, leaseSchema);
  const isNew = held === null || inContact;
  const lease = isNew ? { contact: now, latest: now } : { ...held, latest: Math.max(held.latest, now) };
  store.transaction('mirror', ({ statements }) => writeMeta(statements, NAME, lease));
  return isLeaseOver(lease, now, hours);
}
