/** A person enters a pool (DOMAIN §6). */
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { isMember, withPool } from '../rules/pool-membership.ts';
import { changePools } from './change-pools.ts';

export const joinPool: CommandHandler<'candidate.join-pool'> = {
  kind: 'candidate.join-pool',
  async footprint(_reader, { subject, input }) {
    return [`candidate:${subject}`, `pool:${input.poolId}`];
  },
  execute: (context) =>
    changePools(context, context.command.input.poolId, (candidate, pool) => {
      if (isMember(candidate, pool.id)) {
        throw new CommandRefusal('already-so', 'Cette personne est déjà dans ce vivier.');
      }
      return withPool(candidate, pool);
    }),
};
