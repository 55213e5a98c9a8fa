/** What a window asks about the cell: who is present, and the log (contract/app/presence-contract.ts). */
import { implement } from '@orpc/server';
import { presenceContract } from '../../contract/app/presence-contract.ts';
import type { Cell } from '../presence/cell.ts';
import type { DeskContext } from './desk-parts.ts';
import { failure } from './failure.ts';

export function cellHandlers(cell: Pick<Cell, 'presence' | 'log'>) {
  const { presence, log } = implement(presenceContract).$context<DeskContext>();
  return {
    presence: {
      show: presence.show.handler(({ input, context }) => cell.presence.show(context.windowId, input.missionId)),
      list: presence.list.handler(() => cell.presence.list()),
    },
    log: {
      list: log.list.handler(() => cell.log.list()),
      older: log.older.handler(() => cell.log.older()),
      write: log.write.handler(async ({ input }) => {
        if ((await cell.log.add(input.kind, input.text)) === null) throw failure('signed-out');
      }),
    },
  };
}
