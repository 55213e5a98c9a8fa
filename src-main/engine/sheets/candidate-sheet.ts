/** Everything that one person's sheet shows; for a mission, why they rank as they do. Null when out of this workstation. */
import type { CandidateSheet } from '../../../contract/app/sheets.ts';
import { matchHints } from '../../../contract/domain/match-hint.ts';
import { candidateFactsOf } from '../../../contract/national/facts/candidate-facts.ts';
import { readDecisionsAbout, readPoolNames, readProposalsOf } from '../../store/queries/read-sheets.ts';
import { readCandidateView } from '../../store/queries/view-rows.ts';
import type { CandidateViewRow } from '../../store/views/view-rows.ts';
import { distanceTo } from '../matching/match-points.ts';
import type { OpenDesk } from '../open-desk.ts';
import { CANDIDATE_ROW_NAMES } from '../rows/make-images.ts';
import { candidateHistory } from './history.ts';
import { proposalLine } from './proposal-lines.ts';

function ranking({ image }: OpenDesk, row: CandidateViewRow, missionId: string | null): CandidateSheet['ranking'] {
  const mission = missionId === null ? undefined : image.missions.rows.get(missionId);
  const slot = image.candidates.image.slotOf(row.id);
  if (mission === undefined || slot === undefined) return null;
  const terms = image.missions.terms(mission, image.candidates, image.now);
  const distance = distanceTo(terms, image.candidates.terms, slot);
  const facts = candidateFactsOf(row, [], { engagement: 'none', assignments: [], openProposals: row.openProposals });
  const hints = matchHints(image.missions.facts(mission), facts, Number.isNaN(distance) ? null : distance);
  return hints.map(({ reason, points }) => ({ label: reason, points }));
}

export function candidateSheet(desk: OpenDesk, id: string, missionId: string | null): CandidateSheet | null {
  const { store, image } = desk;
  image.flush();
  const [row] = readCandidateView(store, [id]);
  const slot = image.candidates.image.slotOf(id);
  if (row === undefined || slot === undefined) return null;
  const proposals = readProposalsOf(store, 'candidate', id);
  return {
    revision: image.revision,
    candidate: image.candidates.image.row(slot, CANDIDATE_ROW_NAMES),
    pools: readPoolNames(store, JSON.parse(row.pools) as string[]),
    proposals: proposals.map(proposalLine),
    ranking: ranking(desk, row, missionId),
    history: candidateHistory(row, proposals, readDecisionsAbout(store, 'candidate', id)),
  };
}
