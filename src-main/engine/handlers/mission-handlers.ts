import { implement } from '@orpc/server';
import { engineContract } from '../../../contract/app/desk-contract.ts';
import { failure } from '../../rpc/failure.ts';
import type { EngineContext } from '../engine-context.ts';
import { answerFacet, answerIds, answerPage } from '../queries/table-answers.ts';
import { MISSION_ROW_NAMES } from '../rows/make-images.ts';
import { missionSheet } from '../sheets/mission-sheet.ts';
import { requireDesk } from './require-desk.ts';

/** The desk, once its missions were read, with everything that changed since. */
async function readyDesk(context: EngineContext) {
  const desk = requireDesk(context);
  await desk.image.loaded('mission');
  desk.image.flush();
  return desk;
}

export function missionHandlers(context: EngineContext) {
  const { missions } = implement(engineContract);
  return {
    page: missions.page.handler(async ({ input }) => {
      const { image } = await readyDesk(context);
      const answer = answerPage(image.missions.image, MISSION_ROW_NAMES, input);
      return { revision: image.revision, complete: image.isComplete('mission'), ...answer };
    }),
    facet: missions.facet.handler(async ({ input }) => {
      const { image } = await readyDesk(context);
      return { revision: image.revision, values: answerFacet(image.missions.image, input) };
    }),
    choose: missions.choose.handler(async ({ input }) => {
      const { image, handles } = await readyDesk(context);
      return handles.keep('mission', answerIds(image.missions.image, input), image.revision);
    }),
    sheet: missions.sheet.handler(async ({ input }) => {
      const sheet = missionSheet(await readyDesk(context), input.id);
      if (sheet === null) throw failure('not-found');
      return sheet;
    }),
  };
}
