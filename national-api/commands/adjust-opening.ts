/** The CCS raises or lowers a ceiling, or moves the last day, with a reason (DOMAIN §6, §9). */

import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import {
  findOpening,
  openingAndPartiesKeys,
  requireNotClosed,
  requireOpeningVersion,
  settleOpening,
} from '../rules/find-opening.ts';
import { requireDays } from '../rules/opening-terms.ts';
import { refuseBesideOthers } from '../rules/refuse-beside-others.ts';

export const adjustOpening: CommandHandler<'opening.adjust'> = {
  kind: 'opening.adjust',
  async footprint(reader, command) {
    return openingAndPartiesKeys(reader, command.subject);
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { ceiling, untilDate, reason } = command.input;
    const opening = await findOpening(work, command.subject);
    requireRight(actor, 'open-pools', { agency: opening.receiverAgency, reason });
    await requireOpeningVersion(work, opening, command.version);
    requireNotClosed(opening);
    requireDays(opening.fromDate, untilDate, todayOf(opening.receiverAgency, work.now));
    if (ceiling < opening.assigned) {
      throw new CommandRefusal(
        'ceiling-below-assigned',
        `${opening.assigned} personnes sont déjà affectées : le plafond ne peut pas être plus bas.`,
      );
    }
    await refuseBesideOthers(work, { ...opening, untilDate }, opening.id);
    const after = await work.update('opening', opening, { ceiling, untilDate });
    const act = actOf(context);
    journalEffect(act, {
      kind: command.kind,
      subjectKind: 'opening',
      subjectId: opening.id,
      subjectAgency: opening.receiverAgency,
      reason,
      before: { ceiling: opening.ceiling, untilDate: opening.untilDate },
      after: { ceiling, untilDate },
    });
    await settleOpening(act, after);
  },
};
