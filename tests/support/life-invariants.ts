/**
 * What must be true of a few missions and candidates after any sequence of decisions, counted from the proposals alone
 * and by other means than the service's own: an oracle, not an echo (DOMAIN §2.2, §3, §4.7, §6).
 */
import type { Database } from '../../national-api/database/database.ts';
import type { Tables } from '../../national-api/database/tables.ts';

type Proposal = Tables['proposal'];

const LIVE = ['open', 'suspended', 'contacted', 'accepted'];
const WAITING = ['open', 'suspended', 'contacted'];

const only = (proposals: readonly Proposal[], ...states: string[]): readonly Proposal[] =>
  proposals.filter(({ state }) => states.includes(state));

function overlaps(proposals: readonly Proposal[]): boolean {
  const ranges = only(proposals, 'accepted', 'ended', 'ended-early')
    .map(({ startDate, endDate }) => [startDate ?? '', endDate ?? ''] as const)
    .sort();
  return ranges.some(([start], index) => index > 0 && start <= (ranges[index - 1]?.[1] ?? ''));
}

/** @param today the same day for all: the tests' missions live in one region */
function brokenPerson(
  candidate: Tables['candidate'],
  proposals: readonly Proposal[],
  today: string,
): readonly string[] {
  const broken: string[] = [];
  const expect = (isTrue: boolean, what: string): void => {
    if (!isTrue) broken.push(`candidate ${candidate.id}: ${what}`);
  };
  const open = only(proposals, 'open');
  const suspended = only(proposals, 'suspended');
  const contacted = only(proposals, 'contacted');
  const assigned = only(proposals, 'accepted').filter(({ endDate }) => (endDate ?? '') >= today);
  expect(contacted.length <= 1, 'two establishments hold them');
  expect(assigned.length <= 1, 'two assignments at once');
  expect(!overlaps(proposals), 'two missions on the same day');
  expect(open.length + suspended.length <= 3, 'more than three open proposals');
  const livePairs = only(proposals, ...LIVE).map(({ missionId }) => missionId);
  expect(new Set(livePairs).size === livePairs.length, 'two live proposals for one mission');
  const held = contacted.length > 0;
  if (assigned.length > 0) expect(!held && open.length + suspended.length === 0, 'assigned and still proposed');
  else if (held) expect(open.length === 0, 'contacted and still open elsewhere');
  else expect(suspended.length === 0, 'suspended by nobody');
  const engagement =
    assigned.length > 0 ? 'assigned' : held ? 'contacted' : open.length + suspended.length > 0 ? 'proposed' : 'none';
  expect(candidate.engagement === engagement, `${candidate.engagement} instead of ${engagement}`);
  const holder = assigned[0] ?? contacted[0];
  expect(candidate.engagedProposalId === (holder?.id ?? null), 'another proposal holds them');
  expect(candidate.assignedUntil === (assigned[0]?.endDate ?? null), 'another last day');
  expect(candidate.openProposals === open.length + suspended.length, 'another count of open proposals');
  const agencies = new Set(only(proposals, ...LIVE).map(({ missionAgency }) => missionAgency));
  const mask = [...agencies].reduce<number>((sum, agency) => sum + (agency === null ? 0 : 2 ** (agency - 1)), 0);
  expect(candidate.involvedAgencies === mask, 'other agencies involved');
  const since = {
    none: null,
    proposed: [...open, ...suspended].map(({ resumedAt, proposedAt }) => resumedAt ?? proposedAt).sort()[0] ?? null,
    contacted: contacted[0]?.contactedAt ?? null,
    assigned: assigned[0]?.decidedAt ?? null,
  }[engagement];
  expect(candidate.engagedSince === since, `engaged since ${candidate.engagedSince} instead of ${since}`);
  return broken;
}

function brokenMission(mission: Tables['mission'], proposals: readonly Proposal[]): readonly string[] {
  const broken: string[] = [];
  const expect = (isTrue: boolean, what: string): void => {
    if (!isTrue) broken.push(`mission ${mission.id}: ${what}`);
  };
  const accepted = only(proposals, 'accepted', 'ended').length;
  expect(accepted <= mission.headcount, `${accepted} accepted for ${mission.headcount} asked`);
  expect(mission.accepted === accepted, `k is ${mission.accepted} instead of ${accepted}`);
  expect(mission.contacted === only(proposals, 'contacted').length, 'another count of contacts');
  expect(mission.proposed === only(proposals, 'open', 'suspended').length, 'another count of proposals');
  const holdsNobody = mission.state !== 'open' || accepted >= mission.headcount;
  if (holdsNobody) expect(only(proposals, ...WAITING).length === 0, 'somebody still waits on it');
  return broken;
}

function brokenOpening(opening: Tables['opening'], proposals: readonly Proposal[]): readonly string[] {
  const people = (...states: string[]) =>
    new Set(
      only(
        proposals.filter(({ openingId }) => openingId === opening.id),
        ...states,
      ).map(({ candidateId }) => candidateId),
    ).size;
  const [used, assigned] = [people(...LIVE, 'ended'), people('accepted', 'ended')];
  const broken: string[] = [];
  if (opening.used !== used) broken.push(`opening ${opening.id}: used is ${opening.used} instead of ${used}`);
  if (opening.assigned !== assigned) broken.push(`opening ${opening.id}: assigned is not ${assigned}`);
  if (used > opening.ceiling) broken.push(`opening ${opening.id}: over its ceiling`);
  if (opening.state === 'active' && used >= opening.ceiling) broken.push(`opening ${opening.id}: full and active`);
  return broken;
}

/** Everything that is not as it must be, in words; empty when all is well. */
export async function brokenInvariants(
  database: Database,
  establishments: readonly string[],
  candidateIds: readonly string[],
  today: string,
): Promise<readonly string[]> {
  const missions = await database.read
    .selectFrom('mission')
    .selectAll()
    .where('establishmentId', 'in', establishments)
    .execute();
  const ids = missions.map(({ id }) => id);
  const proposals = await database.read.selectFrom('proposal').selectAll().where('missionId', 'in', ids).execute();
  const candidates = await database.read.selectFrom('candidate').selectAll().where('id', 'in', candidateIds).execute();
  const openings = await database.read.selectFrom('opening').selectAll().execute();
  return [
    ...candidates.flatMap((candidate) =>
      brokenPerson(
        candidate,
        proposals.filter(({ candidateId }) => candidateId === candidate.id),
        today,
      ),
    ),
    ...missions.flatMap((mission) =>
      brokenMission(
        mission,
        proposals.filter(({ missionId }) => missionId === mission.id),
      ),
    ),
    ...openings
      .filter(({ id }) => proposals.some(({ openingId }) => openingId === id))
      .flatMap((opening) => brokenOpening(opening, proposals)),
  ];
}
