/** Makes an activation link: 72 h, once, its secret kept by hash only (F34-F35). */
import { createHash } from 'node:crypto';
import { ACTIVATION_LINK_HOURS } from '../../contract/domain/account-request.ts';
import { MILLISECONDS_PER_HOUR } from '../../contract/domain/instant.ts';
import { isoInstant } from '../kernel/ground.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';

const SECRET_BYTES = 32;

/** What is stored of a link's secret. */
export function activationHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Writes the activation and returns the link for the mail. */
export async function issueActivation(work: UnitOfWork, accountId: string): Promise<string> {
  const token = Buffer.from(work.ground.randomBytes(SECRET_BYTES)).toString('base64url');
  await work.writer
    .insertInto('activation')
    .values({
      tokenHash: activationHash(token),
      accountId,
      expiresAt: isoInstant(work.now + ACTIVATION_LINK_HOURS * MILLISECONDS_PER_HOUR),
      usedAt: null,
    })
    .execute();
  return work.ground.settings.activationLink(token);
}
