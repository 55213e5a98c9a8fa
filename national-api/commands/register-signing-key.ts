/** A person registers the key of the workstation that they sit at, having shown that they hold it. Subject = the key's id. */

import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandContext, CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { readPublicSigningKey } from '../signing-keys/public-signing-key.ts';

type Context = CommandContext<'signing-key.register'>;

/** Workstations that one person signs at; beyond, old ones are to be revoked. */
const MOST_KEYS = 20;

async function requireNew({ work, actor, command }: Context): Promise<void> {
  const lines = await work.writer.selectFrom('signingKey').selectAll().where('keyId', '=', command.subject).execute();
  if (lines.some(({ revokedAt }) => revokedAt !== null))
    throw new CommandRefusal('signing-key-revoked', 'Cette clé a été révoquée : elle ne s’enregistre plus.');
  if (lines.some(({ personId }) => personId === actor.personId))
    throw new CommandRefusal('signing-key-known', 'Cette clé est déjà enregistrée à votre nom.');
  const own = await work.writer
    .selectFrom('signingKey')
    .select('keyId')
    .where('personId', '=', actor.personId)
    .where('revokedAt', 'is', null)
    .execute();
  if (own.length >= MOST_KEYS)
    throw new CommandRefusal(
      'too-many-signing-keys',
      'Vous avez déjà vingt clés : révoquez celles dont vous ne vous servez plus.',
    );
}

export const registerSigningKey: CommandHandler<'signing-key.register'> = {
  kind: 'signing-key.register',
  async footprint(_reader, command) {
    return [`key:${command.subject}`];
  },
  async execute(context) {
    const { work, actor, command } = context;
    requireRight(actor, 'register-signing-key', { agency: actor.agency });
    const key = readPublicSigningKey(command.input.publicKey);
    if (key === null || key.keyId !== command.subject || !key.isProvedBy(actor.personId, command.input.proof))
      throw new CommandRefusal(
        'signing-key-invalid',
        'Ce n’est pas une clé publique Ed25519 dont vous avez montré que vous la détenez.',
      );
    await requireNew(context);
    const { personId, displayName, agency } = actor;
    const line = { keyId: key.keyId, personId, personName: displayName, agency, publicKey: key.publicKey };
    await work.writer
      .insertInto('signingKey')
      .values({ ...line, registeredAt: work.at, revokedAt: null, revokedByName: null, revokedReason: null })
      .execute();
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'signingKey',
      subjectId: key.keyId,
      subjectAgency: agency,
      after: { keyId: key.keyId },
    });
  },
};
