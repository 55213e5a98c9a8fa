/** Ends a person's habilitations within the actor's reach, at once: their tokens stop at the next request. */
import type { Tables } from '../database/tables.ts';
import { mayGrant } from '../identity/grantable-role.ts';
import { roleOf } from '../identity/habilitation-today.ts';
import { keepRegulatorInStep } from '../identity/keep-regulator-in-step.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandContext, CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';

type Habilitation = Tables['habilitation'];
type Context = CommandContext<'habilitation.revoke'>;

/** Those that the actor could have given. */
function withinReach({ actor, command }: Context, held: readonly Habilitation[]): Habilitation[] {
  const reachable: Habilitation[] = [];
  let refusal: unknown = null;
  for (const habilitation of held) {
    const role = roleOf(habilitation);
    try {
      requireRight(actor, 'manage-habilitations', { agency: habilitation.agency, reason: command.input.reason });
      if (actor.role === 'system' || (role !== null && mayGrant(actor.role, role))) reachable.push(habilitation);
    } catch (error) {
      if (!(error instanceof CommandRefusal)) throw error;
      refusal = error;
    }
  }
  if (reachable.length === 0 && refusal !== null) throw refusal;
  if (reachable.length === 0) {
    throw new CommandRefusal('role-not-grantable', 'Votre habilitation ne permet pas de retirer ce rôle.');
  }
  return reachable;
}

export const revokeHabilitation: CommandHandler<'habilitation.revoke'> = {
  kind: 'habilitation.revoke',
  async footprint(_reader, command) {
    return [`person:${command.subject}`];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const held = await work.writer
      .selectFrom('habilitation')
      .selectAll()
      .where('personId', '=', command.subject)
      .where('revokedAt', 'is', null)
      .orderBy('id')
      .execute();
    if (held.length === 0) {
      requireRight(actor, 'manage-habilitations', { agency: actor.agency, reason: command.input.reason });
      throw new CommandRefusal('no-habilitation', 'Cette personne n’a aucune habilitation en cours.');
    }
    const ended = withinReach(context, held);
    await work.writer
      .updateTable('habilitation')
      .set({ revokedAt: work.at })
      .where(
        'id',
        'in',
        ended.map(({ id }) => id),
      )
      .execute();
    await keepRegulatorInStep(work, command.subject);
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'person',
      subjectId: command.subject,
      subjectAgency: ended[0]?.agency ?? null,
      reason: command.input.reason,
      before: { roles: ended.map(({ role, agency }) => ({ role, agency })) },
      after: { roles: [] },
    });
  },
};
