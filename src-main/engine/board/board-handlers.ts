import { implement } from '@orpc/server';
import { boardContract } from '../../../contract/app/board-contract.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireDesk } from '../handlers/require-desk.ts';
import { boardCards, boardView } from './board-view.ts';
import { proposeOrder } from './propose-order.ts';

/** The desk, once its missions were read, with everything that changed since. */
async function readyDesk(context: EngineContext) {
  const desk = requireDesk(context);
  await desk.image.loaded('mission');
  desk.image.flush();
  return desk;
}

export function boardHandlers(context: EngineContext) {
  const board = implement(boardContract);
  return {
    view: board.view.handler(async ({ input }) => boardView(await readyDesk(context), input)),
    cards: board.cards.handler(async ({ input }) => boardCards(await readyDesk(context), input.ids)),
    proposeOrder: board.proposeOrder.handler(async ({ input }) => proposeOrder(await readyDesk(context), input)),
  };
}
