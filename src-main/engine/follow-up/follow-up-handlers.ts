import { implement } from '@orpc/server';
import { followUpContract } from '../../../contract/app/follow-up-contract.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireDesk } from '../handlers/require-desk.ts';
import { returnList } from './return-list.ts';

export function followUpHandlers(context: EngineContext) {
  const { returns } = implement(followUpContract);
  return { returns: returns.handler(({ input }) => returnList(requireDesk(context), input.days)) };
}
