/**
 * Columns that follow from the proposals: cover of missions, engagement of people, use of openings. Counted once, from
 * the rows themselves, after everything else; a test counts them again by SQL.
 */
import type { Instant } from '../../contract/domain/instant.ts';
import { openingUse } from '../../contract/domain/opening-use.ts';
import type { ProposalState } from '../../contract/domain/proposal.ts';
import type { Tables } from '../database/tables.ts';
import { personEngagement } from '../rules/person-engagement.ts';
import { coverOf } from '../rules/refresh-cover.ts';
import type { NationDraft } from './nation-draft.ts';

type Proposal = Tables['proposal'];
const latest = (left: string, right: string | null): string => (right !== null && right > left ? right : left);

function coverMission(mission: Tables['mission'], proposals: readonly Proposal[]): void {
  Object.assign(mission, coverOf(proposals.map(({ state }) => ({ state, count: 1 }))));
  for (const one of proposals) mission.updatedAt = latest(mission.updatedAt, one.updatedAt);
}

function engageCandidate(candidate: Tables['candidate'], proposals: readonly Proposal[], now: Instant): void {
  Object.assign(candidate, personEngagement(proposals, now));
  for (const one of proposals) candidate.updatedAt = latest(candidate.updatedAt, one.updatedAt);
}

function useOpening(opening: Tables['opening'], proposals: readonly Proposal[]): void {
  const use = openingUse(
    opening.ceiling,
    proposals.map((one) => ({ candidateId: one.candidateId, state: one.state as ProposalState })),
  );
  opening.used = use.engaged;
  opening.assigned = use.assigned;
}

/** @param now the moment at which the nation is drawn */
export function deriveFacts({ rows }: NationDraft, now: Instant): void {
  const byMission = Map.groupBy(rows.proposal, ({ missionId }) => missionId);
  const byCandidate = Map.groupBy(rows.proposal, ({ candidateId }) => candidateId);
  const byOpening = Map.groupBy(rows.proposal, ({ openingId }) => openingId);
  for (const mission of rows.mission) coverMission(mission, byMission.get(mission.id) ?? []);
  for (const candidate of rows.candidate) {
    const proposals = byCandidate.get(candidate.id);
    if (proposals !== undefined) engageCandidate(candidate, proposals, now);
  }
  for (const opening of rows.opening) useOpening(opening, byOpening.get(opening.id) ?? []);
}
