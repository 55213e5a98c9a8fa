import type { Tables } from '../../../national-api/database/tables.ts';
import type { Evidence, JournalledDecision, Oracle } from './evidence.ts';

type Proposal = Tables['proposal'];

const WAITING = ['open', 'suspended'];
const LIVE = [...WAITING, 'contacted', 'accepted'];

const bitOf = (agency: number | null): number => (agency === null ? 0 : 2 ** (agency - 1));

function countAgain(proposals: readonly Proposal[], today: string) {
  const live = proposals.filter(({ state }) => LIVE.includes(state));
  const assigned = live.find(({ state, endDate }) => state === 'accepted' && today <= (endDate ?? ''));
  const contacted = live.find(({ state }) => state === 'contacted');
  const waiting = live.filter(({ state }) => WAITING.includes(state));
  const engagement = assigned ? 'assigned' : contacted ? 'contacted' : waiting.length > 0 ? 'proposed' : 'none';
  return {
    engagement,
    engagedProposalId: assigned?.id ?? contacted?.id ?? null,
    assignedUntil: assigned?.endDate ?? null,
    openProposals: waiting.length,
    involvedAgencies: live.reduce((mask, { missionAgency }) => mask | bitOf(missionAgency), 0),
  };
}

function compare(name: string, row: object, counted: Readonly<Record<string, unknown>>): string[] {
  const held = row as Readonly<Record<string, unknown>>;
  return Object.entries(counted)
    .filter(([column, value]) => held[column] !== value)
    .map(([column, value]) => `${name} says ${column} = ${held[column]}, and its proposals say ${value}`);
}

function recruits({ proposals }: Evidence, missionId: string) {
  const count = (states: readonly string[]) =>
    proposals.filter((proposal) => proposal.missionId === missionId && states.includes(proposal.state)).length;
  return { accepted: count(['accepted', 'ended']), contacted: count(['contacted']), proposed: count(WAITING) };
}

function use({ proposals }: Evidence, openingId: string) {
  const people = (states: readonly string[]) =>
    new Set(
      proposals
        .filter((proposal) => proposal.openingId === openingId && states.includes(proposal.state))
        .map(({ candidateId }) => candidateId),
    ).size;
  return { used: people([...LIVE, 'ended']), assigned: people(['accepted', 'ended']) };
}

/** The CCS may lower a ceiling below what is already used, never below who is assigned. */
function isAdjustment({ kind, subjectId }: JournalledDecision, openingId: string): boolean {
  return kind === 'opening.adjust' && subjectId === openingId;
}

/**
 * The columns that are kept for filters say what a recount from the proposals says: engagement of people, k and the
 * other counts of missions, use of openings, never above their ceiling.
 */
export const derivedColumns: Oracle = {
  name: 'derived-columns',
  judge(evidence) {
    const { missions, candidates, proposals, openings, journal, today } = evidence;
    return [
      ...missions.flatMap((mission) => compare(`mission ${mission.id}`, mission, recruits(evidence, mission.id))),
      ...candidates.flatMap((candidate) => {
        const own = proposals.filter(({ candidateId }) => candidateId === candidate.id);
        return compare(`candidate ${candidate.id}`, candidate, countAgain(own, today));
      }),
      ...openings.flatMap((opening) => compare(`opening ${opening.id}`, opening, use(evidence, opening.id))),
      ...openings
        .filter(({ id, used, ceiling }) => used > ceiling && !journal.some((line) => isAdjustment(line, id)))
        .map(({ id, used, ceiling }) => `opening ${id} is used by ${used} people for a ceiling of ${ceiling}`),
      ...openings
        .filter(({ assigned, ceiling }) => assigned > ceiling)
        .map(({ id, assigned, ceiling }) => `opening ${id} has ${assigned} people for a ceiling of ${ceiling}`),
    ];
  },
};
