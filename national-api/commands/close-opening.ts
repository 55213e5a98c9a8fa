/** The CCS closes an opening by hand; people already proposed stay until their proposal ends (DOMAIN §6). */
import { openingHandler } from './decide-opening.ts';

export const closeOpening = openingHandler({
  kind: 'opening.close',
  right: 'open-pools',
  change: ({ work, actor, command }, opening) => ({
    values: {
      state: 'closed',
      closedAt: work.at,
      closedByName: actor.displayName,
      closedReason: command.input.reason,
    },
    before: { state: opening.state },
    after: { state: 'closed' },
  }),
});
