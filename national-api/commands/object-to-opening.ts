/** A lender's lead objects within 24 h; the opening goes on meanwhile (DOMAIN §6). */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import { mayObject, OBJECTION_HOURS } from '../../contract/domain/opening.ts';
import { openingFacts } from '../../contract/national/facts/opening-facts.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { findOpening, openingAndPartiesKeys, requireNotClosed, requireOpeningVersion } from '../rules/find-opening.ts';
import { lenderObject } from '../rules/lender-object.ts';

export const objectToOpening: CommandHandler<'opening.object'> = {
  kind: 'opening.object',
  async footprint(reader, command) {
    return openingAndPartiesKeys(reader, command.subject);
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { reason } = command.input;
    const opening = await findOpening(work, command.subject);
    requireRight(actor, 'object-to-opening', { ...lenderObject(actor, opening), reason });
    await requireOpeningVersion(work, opening, command.version);
    requireNotClosed(opening);
    if (opening.objectionAt !== null) {
      throw new CommandRefusal('objection-made', 'Une objection a déjà été faite sur cette ouverture.');
    }
    if (!mayObject(openingFacts(opening), actor.agency as AgencyCode, work.now)) {
      throw new CommandRefusal(
        'objection-too-late',
        `Le délai d'objection de ${OBJECTION_HOURS} heures est passé : le silence vaut accord.`,
      );
    }
    await work.update('opening', opening, {
      objectionByName: actor.displayName,
      objectionAt: work.at,
      objectionReason: reason,
    });
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'opening',
      subjectId: opening.id,
      subjectAgency: opening.receiverAgency,
      reason,
      before: { objection: null },
      after: { objection: reason, lender: actor.agency },
    });
  },
};
