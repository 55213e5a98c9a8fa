import type { Tables } from '../../../national-api/database/tables.ts';
import type { Evidence, Oracle } from './evidence.ts';

type Proposal = Tables['proposal'];

const LIVE = ['open', 'suspended', 'contacted', 'accepted'];
const WAITING = ['open', 'suspended'];
/** Days that were given or are promised: up to an early end, which has moved the last day. */
const PROMISED = ['accepted', 'ended', 'ended-early'];
/** DOMAIN §3: open proposals that a person may have at once. */
const MOST_OPEN = 3;

function groupedBy(proposals: readonly Proposal[], keyOf: (proposal: Proposal) => string): Map<string, Proposal[]> {
  const groups = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    groups.set(keyOf(proposal), [...(groups.get(keyOf(proposal)) ?? []), proposal]);
  }
  return groups;
}

/** Both bounds are days of work: two missions that touch on one day overlap. */
function overlap(one: Proposal, other: Proposal): boolean {
  return (one.startDate ?? '') <= (other.endDate ?? '') && (other.startDate ?? '') <= (one.endDate ?? '');
}

function overfilled({ missions, proposals }: Evidence): string[] {
  return missions.flatMap((mission) => {
    const accepted = proposals.filter(
      ({ missionId, state }) => missionId === mission.id && state === 'accepted',
    ).length;
    return accepted > mission.headcount || mission.accepted > mission.headcount
      ? [`mission ${mission.id} asks for ${mission.headcount} and has ${accepted} (it says ${mission.accepted})`]
      : [];
  });
}

function perPerson(candidateId: string, proposals: readonly Proposal[], today: string): string[] {
  const violations: string[] = [];
  const contacted = proposals.filter(({ state }) => state === 'contacted');
  const accepted = proposals.filter(({ state }) => state === 'accepted');
  const waiting = proposals.filter(({ state }) => WAITING.includes(state));
  if (contacted.length > 1) violations.push(`candidate ${candidateId} is contacted by ${contacted.length} at once`);
  if (contacted.length > 0 && accepted.some(({ endDate }) => today <= (endDate ?? ''))) {
    violations.push(`candidate ${candidateId} is contacted while assigned`);
  }
  const open = proposals.filter(({ state }) => state === 'open');
  if (contacted.length > 0 && open.length > 0) {
    violations.push(`candidate ${candidateId} is contacted, and another proposal is not suspended`);
  }
  if (contacted.length === 0 && waiting.length > open.length) {
    violations.push(`candidate ${candidateId} has a suspended proposal, and nobody holds them`);
  }
  if (waiting.length > MOST_OPEN) violations.push(`candidate ${candidateId} has ${waiting.length} open proposals`);
  const promised = proposals.filter(({ state }) => PROMISED.includes(state));
  for (const [index, one] of promised.entries()) {
    for (const other of promised.slice(index + 1)) {
      if (overlap(one, other)) {
        violations.push(`candidate ${candidateId} is on ${one.missionId} and ${other.missionId} on the same day`);
      }
    }
  }
  return violations;
}

/**
 * TRUST §3.3, oracle 9 (DOMAIN §2-4): never more accepted than asked, one contacting establishment at a time, nobody
 * on two overlapping missions nor contacted while assigned, three open proposals at most, suspended exactly while
 * somebody else holds the person, one live proposal per pair.
 */
export const businessInvariants: Oracle = {
  name: 'business-invariants',
  judge(evidence) {
    const violations = overfilled(evidence);
    for (const [candidateId, proposals] of groupedBy(evidence.proposals, ({ candidateId }) => candidateId)) {
      violations.push(...perPerson(candidateId, proposals, evidence.today));
    }
    const live = evidence.proposals.filter(({ state }) => LIVE.includes(state));
    for (const [pair, proposals] of groupedBy(
      live,
      ({ missionId, candidateId }) => `${missionId} and ${candidateId}`,
    )) {
      if (proposals.length > 1) violations.push(`${pair} have ${proposals.length} live proposals`);
    }
    return violations;
  },
};
