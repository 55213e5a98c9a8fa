/**
 * What the main process tells the engine, beside the data contract that windows use: which database to open with which
 * key, which session to synchronise with, and what the engine tells back. Private to src-main.
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { engineContract } from '../../contract/app/desk-contract.ts';
import { cellControlContract } from '../presence/cell-control.ts';
import { snapshotControlContract } from './snapshots/snapshot-control.ts';

const person = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  agency: z.int().nullable(),
  departements: z.array(z.string()).nullable(),
});

export const sessionSchema = z.strictObject({
  /** Origin of the national service, from the managed configuration: never from a window (TRUST S40). */
  server: z.url(),
  accessToken: z.string(),
  expiresAt: z.string(),
  person,
  proxy: z.string().nullable(),
});
export type EngineSession = z.infer<typeof sessionSchema>;

export const engineControlContract = {
  /** Opens (or creates) the person's own encrypted database. The key travels once, as bytes in base64, and is wiped. */
  open: oc
    .input(z.strictObject({ path: z.string(), key: z.string(), personId: z.string() }))
    .output(z.strictObject({ created: z.boolean(), waiting: z.int() })),
  /** Starts or renews the session; null signs out: decisions stay. */
  session: oc.input(sessionSchema.nullable()).output(z.void()),
  /** Facts for main: the access token is no longer accepted, undelivered decisions at closing… */
  facts: oc.output(
    eventIterator(
      z.discriminatedUnion('fact', [
        z.strictObject({ fact: z.literal('token-refused') }),
        z.strictObject({
          fact: z.literal('notification'),
          kind: z.enum(['alert', 'conflict', 'refused', 'blocked', 'storage', 'session', 'other']),
          title: z.string(),
          body: z.string(),
        }),
        z.strictObject({ fact: z.literal('storage-damaged'), quarantined: z.string(), sentence: z.string() }),
      ]),
    ),
  ),
  /** The bytes of a file that was made for a person, in parts of base64; it is given once. Empty: it is not there. */
  takeFile: oc
    .input(z.strictObject({ fileId: z.string() }))
    .output(eventIterator(z.strictObject({ name: z.string(), part: z.string() }))),
  close: oc.output(z.strictObject({ waiting: z.int() })),
} as const;

/** Everything the engine answers. */
export const engineRoomContract = {
  ...engineContract,
  control: engineControlContract,
  cell: cellControlContract,
  snapshotControl: snapshotControlContract,
} as const;
