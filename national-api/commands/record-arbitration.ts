/** Keeps a plan of arbitration and its inputs in the journal; its proposals are orders of their own, of the same batch (D7). */
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';

export const recordArbitration: CommandHandler<'arbitration.record'> = {
  kind: 'arbitration.record',
  async footprint(_reader, { subject }) {
    return [`command:${subject}`];
  },
  async execute(context) {
    const { actor, command } = context;
    const { agency, reason, ...plan } = command.input;
    // A direction territoriale arbitrates among its own départements: the service judges each proposal by itself.
    const departement = actor.departements?.[0];
    requireRight(actor, 'propose-candidate', { agency, departement, reason });
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'arbitration',
      subjectId: command.subject,
      subjectAgency: agency,
      reason,
      after: { ...plan },
    });
  },
};
