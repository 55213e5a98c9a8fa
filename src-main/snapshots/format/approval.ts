/** The agreement of a second person to a nominative snapshot: a signature over exactly what was asked (FEATURES D8). */
import { canonicalJson } from '../../../contract/national/canonical-json.ts';
import type { Actor, Approval, SnapshotManifest, SnapshotRequest } from './manifest.ts';
import type { SigningKey } from './signing-key.ts';
import { isSignedBy, signBytes } from './signing-key.ts';
import { SnapshotFault } from './snapshot-fault.ts';
import type { Trust } from './trust-list.ts';

const AGREEMENT = 'renfort-snapshot agreement/1\n';

/** What the second person signs: a prefix that no manifest begins with, then the canonical text of who, when and what. */
function agreementText(request: SnapshotRequest, by: Actor, at: string): Uint8Array {
  return new TextEncoder().encode(`${AGREEMENT}${canonicalJson({ request, by, at })}`);
}

export function approve(request: SnapshotRequest, by: Actor, at: string, key: SigningKey): Approval {
  const signature = Buffer.from(signBytes(key, agreementText(request, by, at))).toString('base64');
  return { by, at, keyId: key.id, signature };
}

/**
 * Two people and two keys: whoever asks never agrees with themselves.
 *
 * @throws SnapshotFault 'not-agreed'
 */
export function requireApproval(
  { request, approval, keyId }: Pick<SnapshotManifest, 'request' | 'approval' | 'keyId'>,
  trust: Trust,
): void {
  if (!request.nominative) return;
  if (approval === null) throw new SnapshotFault('not-agreed');
  const { by, at, signature } = approval;
  if (by.id === request.author.id || approval.keyId === keyId) throw new SnapshotFault('not-agreed');
  try {
    const { publicKey } = trust.signerOf(approval.keyId);
    if (isSignedBy(publicKey, agreementText(request, by, at), Buffer.from(signature, 'base64'))) return;
  } catch (error) {
    throw new SnapshotFault('not-agreed', error instanceof SnapshotFault ? error.message : null, { cause: error });
  }
  throw new SnapshotFault('not-agreed');
}
