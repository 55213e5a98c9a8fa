/** The only place where a proposal is born: open (proposed), contacted (direct access) or accepted (on behalf). */
import type { ProposalOrigin, ProposalState } from '../../contract/domain/proposal.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import type { Act } from './act.ts';
import { journalEffect } from './act.ts';
import { assignmentDates } from './assignment-dates.ts';
import { touch } from './move-proposal.ts';

export interface Birth {
  readonly id: string;
  readonly mission: Stored<'mission'>;
  readonly candidate: Stored<'candidate'>;
  readonly origin: ProposalOrigin;
  readonly openingId: string | null;
  readonly state: Extract<ProposalState, 'open' | 'contacted' | 'accepted'>;
  /** Kind of the journal line. */
  readonly journalAs: string;
  readonly reason: string | null;
}

export async function makeProposal(act: Act, birth: Birth): Promise<Stored<'proposal'>> {
  const { work, actor } = act;
  const { mission, candidate, state } = birth;
  const signed = { byName: actor.displayName, at: work.at };
  const contacted = state === 'open' ? null : signed;
  const accepted = state === 'accepted' ? signed : null;
  const dates = state === 'accepted' ? assignmentDates(mission, work.now) : { startDate: null, endDate: null };
  const proposal = await work.insert('proposal', {
    id: birth.id,
    missionId: mission.id,
    candidateId: candidate.id,
    establishmentId: mission.establishmentId,
    establishmentName: mission.establishmentName,
    missionAgency: mission.agency,
    candidateAgency: candidate.agency,
    profession: candidate.profession,
    state,
    origin: birth.origin,
    openingId: birth.openingId,
    proposedByName: signed.byName,
    proposedAt: signed.at,
    resumedAt: null,
    contactedByName: contacted?.byName ?? null,
    contactedAt: contacted?.at ?? null,
    remindedAt: null,
    decidedByName: accepted?.byName ?? null,
    decidedAt: accepted?.at ?? null,
    reason: null,
    ...dates,
    mailState: null,
  });
  journalEffect(act, {
    kind: birth.journalAs,
    subjectKind: 'proposal',
    subjectId: proposal.id,
    subjectAgency: mission.agency ?? candidate.agency,
    reason: birth.reason,
    after: {
      missionId: mission.id,
      candidateId: candidate.id,
      state,
      origin: birth.origin,
      openingId: birth.openingId,
      ...dates,
    },
  });
  touch(act, proposal);
  return proposal;
}
