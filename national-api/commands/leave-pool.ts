/** A person leaves a pool (DOMAIN §6). */
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import { poolsOf } from '../rules/candidate-facts.ts';
import { isMember, withoutPool } from '../rules/pool-membership.ts';
import { changePools } from './change-pools.ts';

export const leavePool: CommandHandler<'candidate.leave-pool'> = {
  kind: 'candidate.leave-pool',
  async footprint(_reader, { subject, input }) {
    return [`candidate:${subject}`, `pool:${input.poolId}`];
  },
  execute: (context) =>
    changePools(context, context.command.input.poolId, async (candidate, pool) => {
      if (!isMember(candidate, pool.id)) {
        throw new CommandRefusal('already-so', "Cette personne n'est pas dans ce vivier.");
      }
      return withoutPool(candidate, pool, await poolsOf(context.work, candidate));
    }),
};
