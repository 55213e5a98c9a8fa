/** The signers that this workstation trusts, pinned by their keys, and those whose key was revoked (TRUST S20-S21). */
import { z } from 'zod';
import { keyIdOf } from './signing-key.ts';
import { SnapshotFault } from './snapshot-fault.ts';

/** How this workstation came to know a signer: its own key, the administration's file, the national register, by hand. */
export const SIGNER_SOURCES = ['me', 'policy', 'national', 'added'] as const;
export type SignerSource = (typeof SIGNER_SOURCES)[number];

const keyId = z.string().regex(/^[0-9a-f]{32}$/);
const instant = z.iso.datetime();

export const trustListSchema = z.strictObject({
  /** When the list was made: said beside a revocation. */
  date: instant,
  signers: z
    .array(
      z.strictObject({
        publicKey: z.string().max(400),
        owner: z.string().min(1).max(240),
        source: z.enum(SIGNER_SOURCES).optional(),
        /** Of the list that says so, where several were put together. */
        listDate: instant.optional(),
      }),
    )
    .max(6000),
  revoked: z
    .array(z.strictObject({ keyId, at: instant, reason: z.string().max(500), listDate: instant.optional() }))
    .max(6000),
});
export type TrustList = z.infer<typeof trustListSchema>;

export interface Signer {
  readonly keyId: string;
  readonly publicKey: string;
  readonly owner: string;
  readonly source: SignerSource;
  /** When the list that knows it was made. */
  readonly listDate: string;
}

export interface Trust {
  readonly date: string;
  /** @throws SnapshotFault 'unknown-signer' | 'revoked-signer' */
  signerOf(keyId: string): Signer;
}

/** In the workstation's own time. @example frenchMoment('2021-03-21T07:00:00Z') // '21/03/2021 à 08:00' */
function frenchMoment(iso: string): string {
  const at = new Date(iso);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
  return `${day} à ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** @example readTrust(list).signerOf(manifest.keyId).owner // 'ARS Grand-Est' */
export function readTrust(list: TrustList): Trust {
  const signers = new Map<string, Signer>();
  for (const { publicKey, owner, source = 'added', listDate = list.date } of list.signers) {
    const id = keyIdOf(publicKey);
    signers.set(id, { keyId: id, publicKey, owner, source, listDate });
  }
  const revoked = new Map(list.revoked.map((one) => [one.keyId, one]));
  return {
    date: list.date,
    signerOf(id) {
      const end = revoked.get(id);
      if (end !== undefined)
        throw new SnapshotFault(
          'revoked-signer',
          `Révoquée le ${frenchMoment(end.at)} (liste du ${frenchMoment(end.listDate ?? list.date)}).`,
        );
      const signer = signers.get(id);
      if (signer === undefined) throw new SnapshotFault('unknown-signer', `Clé ${id}.`);
      return signer;
    },
  };
}
