/**
 * The national register of signing keys, seen from this workstation: met at each sign-in and before what leans on it, kept
 * sealed by the trust keeper for reading with no network.
 */
import type { RegisteredKeyLine } from '../../../contract/app/snapshot-contract.ts';
import { scopeOf } from '../../../contract/domain/right.ts';
import { isRoleName } from '../../../contract/domain/role.ts';
import { signingKeyProofText } from '../../../contract/national/routes/signing-key-routes.ts';
import type { EngineClient } from '../../rpc/engine-room.ts';
import type { Actor } from '../format/manifest.ts';
import { signBytes } from '../format/signing-key.ts';
import type { SnapshotKeys } from './snapshot-keys.ts';
import type { TrustKeeper } from './trust-keeper.ts';

export interface SigningRegisterParts {
  readonly engine: EngineClient;
  readonly keys: SnapshotKeys;
  readonly trust: TrustKeeper;
  readonly person: () => Promise<Actor | null>;
  readonly clock: () => number;
}

export interface SigningRegister {
  /** Asks the service when that was not done for some minutes; says nothing when it cannot be reached. */
  meet(): Promise<void>;
  /** Asks it now. */
  meetAgain(): Promise<void>;
  keys(): Promise<{ readonly at: string; readonly keys: RegisteredKeyLine[] } | null>;
  revoke(keyId: string, reason: string): Promise<void>;
}

const FRESH_MS = 10 * 60_000;

/** The same rule as the service's: one's own, or whom one's right over habilitations reaches. */
function mayRevoke(person: Actor | null, key: { readonly personId: string; readonly agency: number | null }): boolean {
  if (person === null) return false;
  if (key.personId === person.id) return true;
  const scope = isRoleName(person.role) ? scopeOf('manage-habilitations', person.role) : null;
  return scope !== null && (scope !== 'own-region-time-limited' || key.agency === person.agency);
}

export function createSigningRegister({ engine, keys, trust, person, clock }: SigningRegisterParts): SigningRegister {
  const state = { metAt: Number.NEGATIVE_INFINITY };

  async function meetAgain(): Promise<void> {
    const found = await person();
    if (found === null) return;
    const key = await keys.signingKey();
    const proof = signBytes(key, new TextEncoder().encode(signingKeyProofText(found.id, key.id)));
    const list = await engine.snapshotControl.meetRegister({
      keyId: key.id,
      publicKey: key.publicKey,
      proof: Buffer.from(proof).toString('base64'),
    });
    if (list === null) return;
    state.metAt = clock();
    await trust.keepRegister(list);
  }

  return {
    meetAgain,
    async meet() {
      const since = clock() - state.metAt;
      if (since >= 0 && since < FRESH_MS) return;
      await meetAgain();
    },
    async keys() {
      const [list, found] = [await trust.register(), await person()];
      if (list === null) return null;
      const lines = list.keys.map(
        ({ keyId, personId, personName, agency, registeredAt, revokedAt, revokedReason }) => ({
          ...{ keyId, agency, registeredAt, revokedAt, revokedReason },
          owner: personName,
          mayRevoke: revokedAt === null && mayRevoke(found, { personId, agency }),
        }),
      );
      return { at: list.at, keys: lines };
    },
    async revoke(keyId, reason) {
      await trust.keepRegister(await engine.snapshotControl.revokeInRegister({ keyId, reason }));
    },
  };
}
