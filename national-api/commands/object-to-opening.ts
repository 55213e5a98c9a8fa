/** A lender's lead objects within 24 h; the opening goes on meanwhile (DOMAIN §6). */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import { mayObject, OBJECTION_HOURS } from '../../contract/domain/opening.ts';
import { openingFacts } from '../../contract/national/facts/opening-facts.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import { lenderObject } from '../rules/lender-object.ts';
import { openingHandler } from './decide-opening.ts';

export const objectToOpening = openingHandler({
  kind: 'opening.object',
  right: 'object-to-opening',
  objectOf: lenderObject,
  change({ work, actor, command }, opening) {
    const { reason } = command.input;
    if (opening.objectionAt !== null) {
      throw new CommandRefusal('objection-made', 'Une objection a déjà été faite sur cette ouverture.');
    }
    if (!mayObject(openingFacts(opening), actor.agency as AgencyCode, work.now)) {
      throw new CommandRefusal(
        'objection-too-late',
        `Le délai d'objection de ${OBJECTION_HOURS} heures est passé : le silence vaut accord.`,
      );
    }
    return {
      values: { objectionByName: actor.displayName, objectionAt: work.at, objectionReason: reason },
      before: { objection: null },
      after: { objection: reason, lender: actor.agency },
    };
  },
});
