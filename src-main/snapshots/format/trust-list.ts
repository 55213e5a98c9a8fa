/** The signers that this workstation trusts, pinned by their keys, and those whose key was revoked (TRUST S20-S21). */
import { z } from 'zod';
import { keyIdOf } from './signing-key.ts';
import { SnapshotFault } from './snapshot-fault.ts';

const keyId = z.string().regex(/^[0-9a-f]{32}$/);
const instant = z.iso.datetime();

export const trustListSchema = z.strictObject({
  /** When the list was made: said beside a revocation. */
  date: instant,
  signers: z.array(z.strictObject({ publicKey: z.string().max(400), owner: z.string().min(1).max(120) })).max(2000),
  revoked: z.array(z.strictObject({ keyId, at: instant, reason: z.string().max(200) })).max(2000),
});
export type TrustList = z.infer<typeof trustListSchema>;

export interface Signer {
  readonly keyId: string;
  readonly publicKey: string;
  readonly owner: string;
}

export interface Trust {
  readonly date: string;
  /** @throws SnapshotFault 'unknown-signer' | 'revoked-signer' */
  signerOf(keyId: string): Signer;
}

const frenchDate = (iso: string): string => `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;

/** @example readTrust(list).signerOf(manifest.keyId).owner // 'ARS Grand-Est' */
export function readTrust(list: TrustList): Trust {
  const signers = new Map<string, Signer>();
  for (const { publicKey, owner } of list.signers) {
    const id = keyIdOf(publicKey);
    signers.set(id, { keyId: id, publicKey, owner });
  }
  const revoked = new Map(list.revoked.map((one) => [one.keyId, one]));
  return {
    date: list.date,
    signerOf(id) {
      const end = revoked.get(id);
      if (end !== undefined)
        throw new SnapshotFault(
          'revoked-signer',
          `Révoquée le ${frenchDate(end.at)} (liste du ${frenchDate(list.date)}).`,
        );
      const signer = signers.get(id);
      if (signer === undefined) throw new SnapshotFault('unknown-signer', `Clé ${id}.`);
      return signer;
    },
  };
}
