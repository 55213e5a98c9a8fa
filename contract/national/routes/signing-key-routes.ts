/**
 * The register of the keys that sign exported snapshots: who signs with which key, since when, revoked when. A key comes
 * and goes by commands (`signing-key.register`, `signing-key.revoke`); desks fetch the whole list and keep it.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';

/** Keys that one list holds at most, the newest first. */
export const SIGNING_KEYS_MOST = 4_000;

/** What a person signs with the key itself, so that nobody registers a key that they do not hold. */
export const signingKeyProofText = (personId: string, keyId: string): string =>
  `renfort-signing-key/1\n${personId}\n${keyId}\n`;

export const signingKeySchema = z.strictObject({
  /** The first 16 bytes of the SHA-256 of the raw public key, in hexadecimal. */
  keyId: z.string().regex(/^[0-9a-f]{32}$/),
  publicKey: z.string().max(400),
  /** Whoever registered it: a workstation that two people share has a line for each. */
  personId: z.string(),
  personName: z.string(),
  agency: z.int().nullable(),
  registeredAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  revokedReason: z.string().nullable(),
});
export type RegisteredKey = z.infer<typeof signingKeySchema>;

export const signingKeyListSchema = z.strictObject({
  /** When the list was read: its date, wherever it is spoken of. */
  at: z.iso.datetime(),
  keys: z.array(signingKeySchema).max(SIGNING_KEYS_MOST),
});
export type SigningKeyList = z.infer<typeof signingKeyListSchema>;

export const signingKeyRoutes = {
  list: oc
    .route({
      method: 'GET',
      path: '/v1/signing-keys',
      operationId: 'listSigningKeys',
      tags: ['Instantanés'],
      summary: 'Les clés qui signent les instantanés exportés, et celles qui sont révoquées',
    })
    .output(signingKeyListSchema),
};
