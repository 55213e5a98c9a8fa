/** The two mails of a proposal: to the requester, naming the account that proposed, and to the candidate (F111, F138, F139). */
import type { Stored } from '../kernel/unit-of-work.ts';
import type { Act } from './act.ts';
import { agencyWithArticle, missionWords } from './parties.ts';
import { tellCandidate } from './tell-candidate.ts';
import { tellRequester } from './tell-requester.ts';

export async function announceProposal(
  act: Act,
  mission: Stored<'mission'>,
  proposal: Stored<'proposal'>,
  candidate: Stored<'candidate'>,
): Promise<void> {
  const { establishment, city, profession, startDate, endDate } = missionWords(mission);
  const by = agencyWithArticle(act.actor.agency);
  const requesterTold = await tellRequester(act, {
    kind: 'candidates-proposed',
    mission,
    proposal,
    variables: {
      author: act.actor.displayName,
      by,
      establishment,
      profession,
      startDate,
      endDate,
      candidateNumber: String(candidate.number),
    },
  });
  const variables = { by, establishment, city, profession, startDate, endDate };
  const candidateTold = await tellCandidate(act, 'candidate-proposed', proposal, variables);
  if (requesterTold || candidateTold) await act.work.annotate('proposal', proposal, { mailState: 'waiting' });
}
