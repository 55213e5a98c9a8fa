/** The CCS closes an opening by hand; people already proposed stay until their proposal ends (DOMAIN §6). */
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

export const closeOpening: CommandHandler<'opening.close'> = {
  kind: 'opening.close',
  async footprint(reader, command) {
    return openingAndPartiesKeys(reader, command.subject);
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { reason } = command.input;
    const opening = await findOpening(work, command.subject);
    requireRight(actor, 'open-pools', { agency: opening.receiverAgency, reason });
    await requireOpeningVersion(work, opening, command.version);
    requireNotClosed(opening);
    const after = await work.update('opening', opening, {
      state: 'closed',
      closedAt: work.at,
      closedByName: actor.displayName,
      closedReason: reason,
    });
    const act = actOf(context);
    journalEffect(act, {
      kind: command.kind,
      subjectKind: 'opening',
      subjectId: opening.id,
      subjectAgency: opening.receiverAgency,
      reason,
      before: { state: opening.state },
      after: { state: 'closed' },
    });
    await settleOpening(act, after);
  },
};
