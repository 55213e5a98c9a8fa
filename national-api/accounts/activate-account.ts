/** Uses an activation link: 72 h, once; the person chooses a password (F34, F37). Also how a forgotten one is replaced. */
import {
  ACTIVATION_LINK_HOURS,
  activationLinkState,
  nextAccountRequestState,
} from '../../contract/domain/account-request.ts';
import { parsePassword } from '../../contract/domain/identifier/password-rule.ts';
import { MILLISECONDS_PER_HOUR } from '../../contract/domain/instant.ts';
import type { AccountActivationForm } from '../../contract/national/forms/account-request-form.ts';
import type { Writer } from '../database/database.ts';
import type { Ground } from '../kernel/ground.ts';
import { seal } from '../kernel/seal.ts';
import { SYSTEM_PRINCIPAL, UnitOfWork } from '../kernel/unit-of-work.ts';
import { FormRefusal } from './form-refusal.ts';
import { activationHash } from './issue-activation.ts';
import { hashPassword } from './password-hash.ts';

export const ACTIVATED = 'Votre mot de passe est enregistré : vous pouvez vous connecter.';

const DEAD_LINK = {
  used: 'Ce lien a déjà servi. Demandez-en un nouveau : il sera valable 72 heures.',
  expired: 'Ce lien a expiré (72 heures). Demandez-en un nouveau.',
  unknown: 'Ce lien n’est pas reconnu. Demandez-en un nouveau.',
} as const;

async function findLink(reader: Writer | Ground['database']['read'], token: string, now: number) {
  const link = await reader
    .selectFrom('activation')
    .innerJoin('account', 'account.id', 'activation.accountId')
    .select(['activation.tokenHash', 'activation.expiresAt', 'activation.usedAt'])
    .select(['account.id', 'account.email', 'account.state'])
    .where('activation.tokenHash', '=', activationHash(token))
    .executeTakeFirst();
  if (!link || link.state === 'disabled') throw new FormRefusal('activation-link-dead', DEAD_LINK.unknown);
  const state = activationLinkState(
    {
      sentAt: Date.parse(link.expiresAt) - ACTIVATION_LINK_HOURS * MILLISECONDS_PER_HOUR,
      usedAt: link.usedAt === null ? null : Date.parse(link.usedAt),
    },
    now,
  );
  if (state !== 'usable') throw new FormRefusal('activation-link-dead', DEAD_LINK[state]);
  return link;
}

/** A new password ends the sessions that the old one had opened. */
async function endSessions(writer: Writer, accountId: string): Promise<void> {
  await writer.deleteFrom('oidcPayload').where('payload', 'like', `%"accountId":"account:${accountId}"%`).execute();
}

/** The requests of the address that waited for this. */
async function markActivated(work: UnitOfWork, email: string): Promise<void> {
  const requests = await work.writer
    .selectFrom('accountRequest')
    .selectAll()
    .where('email', '=', email)
    .where('state', '=', 'validated')
    .execute();
  for (const request of work.adopt('accountRequest', requests)) {
    const state = nextAccountRequestState('validated', 'activate');
    if (state !== null) await work.update('accountRequest', request, { state, activatedAt: work.at });
  }
}

/**
 * @throws FormRefusal when the link is dead or the password is too weak; a weak password does not use the link up
 * @example await activateAccount(ground, { token, password: 'Motdepasse-2020!' });
 */
export async function activateAccount(
  ground: Ground,
  { token, password }: AccountActivationForm,
): Promise<{ message: string }> {
  const checked = parsePassword(password);
  if (!checked.ok) {
    throw new FormRefusal('invalid-input', checked.message, [{ pointer: '/password', message: checked.message }]);
  }
  // Looked at before the costly hash, and again under the lock.
  await findLink(ground.database.read, token, ground.clock());
  const passwordHash = await hashPassword(password, ground.randomBytes(16));
  await ground.database.transaction(async (writer) => {
    const work = new UnitOfWork(writer, ground);
    const { id, email } = await findLink(writer, token, work.now);
    await ground.database.lockSubjects(writer, [`email:${email}`]);
    const link = await findLink(writer, token, work.now);
    await writer.updateTable('activation').set({ usedAt: work.at }).where('tokenHash', '=', link.tokenHash).execute();
    await writer.updateTable('account').set({ state: 'active', passwordHash }).where('id', '=', id).execute();
    await endSessions(writer, id);
    await markActivated(work, email);
    work.journal({
      actor: SYSTEM_PRINCIPAL,
      commandId: null,
      kind: 'account.activate',
      subjectKind: 'person',
      subjectId: id,
      subjectAgency: null,
      origin: 'system',
      batchId: null,
      decidedAt: null,
      reason: null,
      before: { state: link.state },
      after: { state: 'active' },
    });
    await seal(work);
  });
  return { message: ACTIVATED };
}
