/**
 * The signers that this workstation trusts: its own key, the list that the administration put beside the data
 * (`signataires.json`), and those that a person added by hand after comparing the key. A revocation, wherever it is, wins.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SignerLine } from '../../../contract/app/snapshot-contract.ts';
import type { SealedFile } from '../../settings/sealed-file.ts';
import { keyIdOf } from '../format/signing-key.ts';
import type { TrustList } from '../format/trust-list.ts';
import { trustListSchema } from '../format/trust-list.ts';

const keptSchema = z.object({
  list: trustListSchema,
  /** Milliseconds: the highest time that any proved snapshot or this clock ever told (TRUST S22). */
  latest: z.number().default(0),
});
type Kept = z.infer<typeof keptSchema>;

const EMPTY: TrustList = { date: '1970-01-01T00:00:00.000Z', signers: [], revoked: [] };

export interface TrustKeeper {
  list(): Promise<TrustList>;
  lines(): Promise<readonly SignerLine[]>;
  /** @throws Error when it is no Ed25519 public key */
  add(owner: string, publicKey: string): Promise<string>;
  revoke(keyId: string, reason: string): Promise<void>;
  /** The highest time ever known; a clock set back does not bring it back. */
  now(): Promise<number>;
}

export interface TrustParts {
  readonly file: SealedFile;
  readonly policyPath: string;
  readonly ownKey: () => Promise<{ readonly id: string; readonly publicKey: string }>;
  readonly clock: () => number;
}

const parse = <Value>(schema: z.ZodType<Value>, text: string | null): Value | null => {
  try {
    return text === null ? null : schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

export function createTrustKeeper({ file, policyPath, ownKey, clock }: TrustParts): TrustKeeper {
  const kept = async (): Promise<Kept> => parse(keptSchema, await file.read()) ?? { list: EMPTY, latest: 0 };
  const policy = async () => parse(trustListSchema, await readFile(policyPath, 'utf8').catch(() => null)) ?? EMPTY;
  const change = async (patch: (list: TrustList) => Partial<TrustList>) => {
    const before = await kept();
    const list = { ...before.list, ...patch(before.list), date: new Date(clock()).toISOString() };
    await file.write(JSON.stringify({ ...before, list }));
  };
  const list = async (): Promise<TrustList> => {
    const [own, ruled, added] = [await ownKey(), await policy(), (await kept()).list];
    return {
      date: ruled.date > added.date ? ruled.date : added.date,
      signers: [{ publicKey: own.publicKey, owner: 'Ce poste' }, ...ruled.signers, ...added.signers],
      revoked: [...ruled.revoked, ...added.revoked],
    };
  };
  return {
    list,
    async lines() {
      const [own, ruled, whole] = [await ownKey(), await policy(), await list()];
      const fromPolicy = new Set(ruled.signers.map(({ publicKey }) => publicKey));
      return whole.signers.map(({ publicKey, owner }) => {
        const keyId = keyIdOf(publicKey);
        const source = keyId === own.id ? 'me' : fromPolicy.has(publicKey) ? 'policy' : 'added';
        return { keyId, owner, source, revokedAt: whole.revoked.find((one) => one.keyId === keyId)?.at ?? null };
      });
    },
    async add(owner, publicKey) {
      const keyId = keyIdOf(publicKey);
      await change(({ signers }) => ({
        signers: [...signers.filter((one) => keyIdOf(one.publicKey) !== keyId), { publicKey, owner }],
      }));
      return keyId;
    },
    async revoke(keyId, reason) {
      const at = new Date(clock()).toISOString();
      await change(({ revoked }) => ({ revoked: [...revoked, { keyId, at, reason }] }));
    },
    async now() {
      const before = await kept();
      const latest = Math.max(before.latest, clock());
      if (latest > before.latest) await file.write(JSON.stringify({ ...before, latest }));
      return latest;
    },
  };
}
