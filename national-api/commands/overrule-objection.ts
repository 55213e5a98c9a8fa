/** The CCS lead overrules a lender's objection, with a reason; a missing agreement is not given by it (DOMAIN §6, §9). */
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { findOpening, openingAndPartiesKeys, requireNotClosed, requireOpeningVersion } from '../rules/find-opening.ts';

export const overruleObjection: CommandHandler<'opening.overrule'> = {
  kind: 'opening.overrule',
  async footprint(reader, command) {
    return openingAndPartiesKeys(reader, command.subject);
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { reason } = command.input;
    const opening = await findOpening(work, command.subject);
    requireRight(actor, 'overrule-objection', { agency: opening.receiverAgency, reason });
    await requireOpeningVersion(work, opening, command.version);
    requireNotClosed(opening);
    if (opening.objectionAt === null || opening.overruledByName !== null) {
      throw new CommandRefusal('no-objection', "Il n'y a pas d'objection à écarter sur cette ouverture.");
    }
    await work.update('opening', opening, { overruledByName: actor.displayName, overruledReason: reason });
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'opening',
      subjectId: opening.id,
      subjectAgency: opening.receiverAgency,
      reason,
      before: { overruled: null },
      after: { overruled: reason },
    });
  },
};
