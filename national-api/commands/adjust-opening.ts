/** The CCS raises or lowers a ceiling, or moves the last day, with a reason (DOMAIN §6, §9). */
import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import { requireDays } from '../rules/opening-terms.ts';
import { refuseBesideOthers } from '../rules/refuse-beside-others.ts';
import { openingHandler } from './decide-opening.ts';

export const adjustOpening = openingHandler({
  kind: 'opening.adjust',
  right: 'open-pools',
  async change({ work, command }, opening) {
    const { ceiling, untilDate } = command.input;
    requireDays(opening.fromDate, untilDate, todayOf(opening.receiverAgency, work.now));
    if (ceiling < opening.assigned) {
      throw new CommandRefusal(
        'ceiling-below-assigned',
        `${opening.assigned} personnes sont déjà affectées : le plafond ne peut pas être plus bas.`,
      );
    }
    await refuseBesideOthers(work, { ...opening, untilDate }, opening.id);
    return {
      values: { ceiling, untilDate },
      before: { ceiling: opening.ceiling, untilDate: opening.untilDate },
      after: { ceiling, untilDate },
    };
  },
});
