/** The CCS lead overrules a lender's objection, with a reason; a missing agreement is not given by it (DOMAIN §6, §9). */
import { CommandRefusal } from '../kernel/command-outcome.ts';
import { openingHandler } from './decide-opening.ts';

export const overruleObjection = openingHandler({
  kind: 'opening.overrule',
  right: 'overrule-objection',
  change({ actor, command }, opening) {
    const { reason } = command.input;
    if (opening.objectionAt === null || opening.overruledByName !== null) {
      throw new CommandRefusal('no-objection', "Il n'y a pas d'objection à écarter sur cette ouverture.");
    }
    return {
      values: { overruledByName: actor.displayName, overruledReason: reason },
      before: { overruled: null },
      after: { overruled: reason },
    };
  },
});
