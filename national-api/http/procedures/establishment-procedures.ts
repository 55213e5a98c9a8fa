/** What an establishment reads by HTTP. */
import { myMissions } from '../../establishment/my-missions.ts';
import { myProposals } from '../../establishment/my-proposals.ts';
import { reachableCandidates } from '../../establishment/reachable-candidates.ts';
import { callerOf } from '../service.ts';
import { national } from './base.ts';

export const establishmentProcedures = {
  missions: national.establishment.missions.handler(({ context, input }) =>
    myMissions(context.service.ground, callerOf(context), input),
  ),
  proposals: national.establishment.proposals.handler(({ context, input }) =>
    myProposals(context.service.ground, callerOf(context), { ...input, live: input.live === 'true' }),
  ),
  candidates: national.establishment.candidates.handler(({ context, input }) =>
    reachableCandidates(context.service.ground, callerOf(context), input),
  ),
};
