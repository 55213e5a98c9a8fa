/** The whole register, the newest key first: desks keep it to read snapshots with no network. */
import type { RegisteredKey, SigningKeyList } from '../../contract/national/routes/signing-key-routes.ts';
import { SIGNING_KEYS_MOST } from '../../contract/national/routes/signing-key-routes.ts';
import type { Ground } from '../kernel/ground.ts';
import { isoInstant } from '../kernel/ground.ts';

/** Revoked keys come before the others: a list that is full still says every one that must be refused. */
export async function listSigningKeys({ database, clock }: Ground): Promise<SigningKeyList> {
  const keys: RegisteredKey[] = await database.read
    .selectFrom('signingKey')
    .select(['keyId', 'publicKey', 'personId', 'personName', 'agency', 'registeredAt', 'revokedAt', 'revokedReason'])
    .orderBy((row) => row.case().when('revokedAt', 'is', null).then(1).else(0).end())
    .orderBy('registeredAt', 'desc')
    .orderBy('keyId')
    .orderBy('personId')
    .limit(SIGNING_KEYS_MOST)
    .execute();
  return { at: isoInstant(clock()), keys };
}
