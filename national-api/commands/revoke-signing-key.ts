/**
 * A key signs nothing any more that desks believe, from now on and back: lost, stolen, or its person left. Anybody revokes
 * a key of their own; another's asks the right over their habilitations. Subject = the key's id.
 */
import type { Tables } from '../database/tables.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandContext, CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';

type Context = CommandContext<'signing-key.revoke'>;

/** Whoever may revoke the line of one of those who share the key may revoke the key. */
function requireReach({ actor, command }: Context, lines: readonly Tables['signingKey'][]): void {
  if (lines.some(({ personId }) => personId === actor.personId)) return;
  const refusals: unknown[] = [];
  for (const { agency } of lines.length === 0 ? [{ agency: actor.agency }] : lines) {
    try {
      requireRight(actor, 'manage-habilitations', { agency, reason: command.input.reason });
      return;
    } catch (error) {
      refusals.push(error);
    }
  }
  throw refusals[0];
}

export const revokeSigningKey: CommandHandler<'signing-key.revoke'> = {
  kind: 'signing-key.revoke',
  async footprint(_reader, command) {
    return [`key:${command.subject}`];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { subject, input } = command;
    const lines = await work.writer.selectFrom('signingKey').selectAll().where('keyId', '=', subject).execute();
    requireReach(context, lines);
    if (lines.length === 0)
      throw new CommandRefusal('unknown-signing-key', 'Cette clé n’est pas enregistrée au service national.');
    if (lines.every(({ revokedAt }) => revokedAt !== null))
      throw new CommandRefusal('signing-key-revoked', 'Cette clé est déjà révoquée.');
    await work.writer
      .updateTable('signingKey')
      .set({ revokedAt: work.at, revokedByName: actor.displayName, revokedReason: input.reason })
      .where('keyId', '=', subject)
      .execute();
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'signingKey',
      subjectId: subject,
      subjectAgency: lines[0]?.agency ?? null,
      reason: input.reason,
      before: { people: lines.map(({ personName }) => personName) },
      after: { revoked: true },
    });
  },
};
