/**
 * This workstation before the national register of signing keys: its own key is put there once, in the name of whoever
 * signed in, and the whole list is brought back.
 */
import { scopeOf } from '../../../contract/domain/right.ts';
import { isRoleName } from '../../../contract/domain/role.ts';
import type { Command } from '../../../contract/national/commands/command.ts';
import type { RegisteredKey, SigningKeyList } from '../../../contract/national/routes/signing-key-routes.ts';
import type { NationalClient } from '../../national/national-client.ts';
import { NationalFault } from '../../national/national-fault.ts';
import { failure } from '../../rpc/failure.ts';

/** The key of this workstation, and its own signature that it is this person's. */
export interface OwnKey {
  readonly keyId: string;
  readonly publicKey: string;
  readonly proof: string;
}

export interface RegisterVisit {
  readonly client: NationalClient;
  readonly person: { readonly id: string; readonly role: string };
  readonly makeId: () => string;
  readonly clock: () => number;
}

const PATIENCE_MS = 15_000;
const patience = () => AbortSignal.timeout(PATIENCE_MS);

const envelope = ({ makeId, clock }: RegisterVisit, subject: string) => ({
  commandId: makeId(),
  subject,
  version: 0,
  origin: 'single' as const,
  batchId: null,
  decidedAt: new Date(clock()).toISOString(),
});

/** The service being unreachable is no fault: the list that is kept serves. */
async function orOffline<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NationalFault) return null;
    throw error;
  }
}

async function meet(visit: RegisterVisit, own: OwnKey): Promise<SigningKeyList> {
  const { client, person } = visit;
  const list = await client.signingKeys(patience());
  const isSettled = ({ keyId, personId, revokedAt }: RegisteredKey) =>
    keyId === own.keyId && (personId === person.id || revokedAt !== null);
  const maySign = isRoleName(person.role) && scopeOf('register-signing-key', person.role) !== null;
  if (!maySign || list.keys.some(isSettled)) return list;
  const { publicKey, proof } = own;
  const command: Command<'signing-key.register'> = {
    ...envelope(visit, own.keyId),
    kind: 'signing-key.register',
    input: { publicKey, proof },
  };
  await client.send([command], patience());
  return client.signingKeys(patience());
}

/** Registers the key when it is not, and gives the list; null offline. */
export const meetRegister = (visit: RegisterVisit, own: OwnKey): Promise<SigningKeyList | null> =>
  orOffline(meet(visit, own));

/** @throws the failure 'offline' | 'national-refused' with the service's own sentence */
export async function revokeInRegister(visit: RegisterVisit, keyId: string, reason: string): Promise<SigningKeyList> {
  const command: Command<'signing-key.revoke'> = {
    ...envelope(visit, keyId),
    kind: 'signing-key.revoke',
    input: { reason },
  };
  const verdicts = await orOffline(visit.client.send([command], patience()));
  const verdict = verdicts?.[0];
  if (verdict?.outcome === 'refused') throw failure('national-refused', { message: verdict.message });
  const list = verdict?.outcome === 'accepted' ? await orOffline(visit.client.signingKeys(patience())) : null;
  if (list === null) throw failure('offline');
  return list;
}
