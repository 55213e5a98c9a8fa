/**
 * From the upstream provider's identity to a person that we know: by subject, else by e-mail at the first sign-in, which
 * binds the subject for ever. An address that later comes with another subject is somebody else, and is refused.
 */
import { parseEmailAddress } from '../../contract/domain/identifier/email-address.ts';
import type { Ground } from '../kernel/ground.ts';
import { seal } from '../kernel/seal.ts';
import { SYSTEM_PRINCIPAL, UnitOfWork } from '../kernel/unit-of-work.ts';
import type { UpstreamIdentity } from './upstream-sign-in.ts';

/** Returns the person's id, or null when nobody here is that person. */
export async function recognisePerson(ground: Ground, identity: UpstreamIdentity): Promise<string | null> {
  const subject = `${identity.issuer}|${identity.subject}`;
  return ground.database.transaction(async (writer) => {
    const bound = await writer.selectFrom('person').select('id').where('subject', '=', subject).executeTakeFirst();
    if (bound) return bound.id;
    const address = identity.email === null ? null : parseEmailAddress(identity.email);
    if (address === null || !address.ok || identity.emailUnverified) return null;
    const person = await writer
      .selectFrom('person')
      .select('id')
      .where('email', '=', address.value)
      .where('subject', 'is', null)
      .executeTakeFirst();
    if (!person) return null;
    const { numUpdatedRows } = await writer
      .updateTable('person')
      .set({ subject })
      .where('id', '=', person.id)
      .where('subject', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return null;
    const work = new UnitOfWork(writer, ground);
    work.journal({
      actor: SYSTEM_PRINCIPAL,
      commandId: null,
      kind: 'person.first-sign-in',
      subjectKind: 'person',
      subjectId: person.id,
      subjectAgency: null,
      origin: 'system',
      batchId: null,
      decidedAt: null,
      reason: null,
      before: null,
      after: { issuer: identity.issuer },
    });
    await seal(work);
    return person.id;
  });
}
