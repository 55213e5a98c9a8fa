/** The proposals that a decision must look at, read once its subjects are locked. */
import type { ProposalState } from '../../contract/domain/proposal.ts';
import { isLive, PROPOSAL_STATES } from '../../contract/domain/proposal.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';

type Proposal = Stored<'proposal'>;

export const LIVE_STATES: readonly ProposalState[] = PROPOSAL_STATES.filter(isLive);
/** Live but not accepted: what lapses when a mission is filled or closed. */
export const WAITING_STATES: readonly ProposalState[] = ['open', 'suspended', 'contacted'];

export const stateOf = (proposal: Proposal): ProposalState => proposal.state as ProposalState;

/** Every proposal a person ever had, oldest first. */
export async function proposalsOfCandidate(work: UnitOfWork, candidateId: string): Promise<readonly Proposal[]> {
  const rows = await work.writer
    .selectFrom('proposal')
    .selectAll()
    .where('candidateId', '=', candidateId)
    .orderBy('proposedAt')
    .orderBy('id')
    .execute();
  return work.adopt('proposal', rows);
}

/** The proposals of a mission that still wait for a contact or an answer, oldest first. */
export async function waitingProposalsOfMission(work: UnitOfWork, missionId: string): Promise<readonly Proposal[]> {
  const rows = await work.writer
    .selectFrom('proposal')
    .selectAll()
    .where('missionId', '=', missionId)
    .where('state', 'in', WAITING_STATES)
    .orderBy('proposedAt')
    .orderBy('id')
    .execute();
  return work.adopt('proposal', rows);
}

/** The assignments of a mission that are not over. */
export async function assignmentsOfMission(work: UnitOfWork, missionId: string): Promise<readonly Proposal[]> {
  const rows = await work.writer
    .selectFrom('proposal')
    .selectAll()
    .where('missionId', '=', missionId)
    .where('state', '=', 'accepted')
    .orderBy('id')
    .execute();
  return work.adopt('proposal', rows);
}
