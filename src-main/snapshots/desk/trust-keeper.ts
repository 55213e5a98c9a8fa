/**
 * The signers that this workstation trusts: its own key, the register of the national service as it was last read, the list
 * that the administration put beside the data (`signataires.json`), and those that a person added by hand after comparing
 * the key. A revocation, wherever it is, wins. Everything but the administration's file lies sealed, for reading with no network.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SignerLine } from '../../../contract/app/snapshot-contract.ts';
import type { SigningKeyList } from '../../../contract/national/routes/signing-key-routes.ts';
import { signingKeyListSchema } from '../../../contract/national/routes/signing-key-routes.ts';
import type { SealedFile } from '../../settings/sealed-file.ts';
import { keyIdOf } from '../format/signing-key.ts';
import type { SignerSource, TrustList } from '../format/trust-list.ts';
import { trustListSchema } from '../format/trust-list.ts';

const keptSchema = z.object({
  list: trustListSchema,
  /** Milliseconds: the highest time that any proved snapshot or this clock ever told (TRUST S22). */
  latest: z.number().default(0),
  register: signingKeyListSchema.nullable().default(null),
});
type Kept = z.infer<typeof keptSchema>;

const EMPTY: TrustList = { date: '1970-01-01T00:00:00.000Z', signers: [], revoked: [] };

export interface TrustKeeper {
  list(): Promise<TrustList>;
  /** Of those that are not in the national register alone. */
  lines(): Promise<readonly SignerLine[]>;
  /** The national register as it was last read; null before. */
  register(): Promise<SigningKeyList | null>;
  /** An older list than the one that is kept changes nothing. */
  keepRegister(list: SigningKeyList): Promise<void>;
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

const LONGEST_OWNER = 240;

/** One signer for each key, named by everybody who registered it. */
export function fromRegister({ at, keys }: SigningKeyList): TrustList {
  const owners = new Map<string, string[]>();
  for (const { publicKey, personName } of keys) owners.set(publicKey, [...(owners.get(publicKey) ?? []), personName]);
  return {
    date: at,
    signers: [...owners].map(([publicKey, names]) => ({
      publicKey,
      owner: names.join(', ').slice(0, LONGEST_OWNER),
      listDate: at,
    })),
    revoked: keys.flatMap(({ keyId, revokedAt, revokedReason }) =>
      revokedAt === null ? [] : [{ keyId, at: revokedAt, reason: revokedReason ?? '', listDate: at }],
    ),
  };
}

export function createTrustKeeper({ file, policyPath, ownKey, clock }: TrustParts): TrustKeeper {
  const kept = async (): Promise<Kept> =>
    parse(keptSchema, await file.read()) ?? {
      ...{ list: EMPTY, latest: 0, register: null },
    };
  const policy = async () => parse(trustListSchema, await readFile(policyPath, 'utf8').catch(() => null)) ?? EMPTY;
  const change = async (patch: (list: TrustList) => Partial<TrustList>) => {
    const before = await kept();
    const list = { ...before.list, ...patch(before.list), date: new Date(clock()).toISOString() };
    await file.write(JSON.stringify({ ...before, list }));
  };
  const list = async (): Promise<TrustList> => {
    const [own, ruled, { list: added, register }] = [await ownKey(), await policy(), await kept()];
    const from = (signers: TrustList['signers'], source: SignerSource) => signers.map((one) => ({ ...one, source }));
    const national = register === null ? EMPTY : fromRegister(register);
    return {
      date: [ruled.date, added.date, national.date].sort().at(-1) ?? EMPTY.date,
      // The last one names a key that several lists hold.
      signers: [
        ...from(added.signers, 'added'),
        ...from(ruled.signers, 'policy'),
        ...from(national.signers, 'national'),
        { publicKey: own.publicKey, owner: 'Ce poste', source: 'me' },
      ],
      revoked: [...ruled.revoked, ...added.revoked, ...national.revoked],
    };
  };
  return {
    list,
    async lines() {
      const { signers, revoked } = await list();
      return signers.flatMap(({ publicKey, owner, source = 'added' }) => {
        if (source === 'national') return [];
        const keyId = keyIdOf(publicKey);
        return [{ keyId, owner, source, revokedAt: revoked.find((one) => one.keyId === keyId)?.at ?? null }];
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
    register: async () => (await kept()).register,
    async keepRegister(register) {
      const before = await kept();
      if (before.register !== null && before.register.at > register.at) return;
      await file.write(JSON.stringify({ ...before, register }));
    },
    async now() {
      const before = await kept();
      const latest = Math.max(before.latest, clock());
      if (latest > before.latest) await file.write(JSON.stringify({ ...before, latest }));
      return latest;
    },
  };
}
