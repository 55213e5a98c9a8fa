/**
 * Who was found for whom: the past of every mission, drawn so that it could have happened under the rules (walls of
 * contract/domain/matching, one contact at a time, no overlap, nothing beyond n).
 *
 * ```
 * ended and closed missions ─▶ accepted for live ones ─▶ under openings ─▶ contacted ─▶ waiting ─▶ given up ─▶ suspended
 * ```
 */

import { matchWalls } from '../../contract/domain/matching.ts';
import type { Opening } from '../../contract/domain/opening.ts';
import type { ProfessionCode } from '../../contract/domain/profession.ts';
import { EARLY_END_REASONS, REFUSAL_REASONS, RELEASE_REASONS } from '../../contract/domain/proposal-reason.ts';
import type { Supply, Volunteer } from './candidate-supply.ts';
import { candidateOf } from './candidate-supply.ts';
import type { Need } from './make-missions.ts';
import { missionOf } from './make-missions.ts';
import type { Cells } from './make-regulators.ts';
import type { NationContext } from './nation-context.ts';
import type { NationDraft } from './nation-draft.ts';
import { FILLED, PROPOSALS } from './proportions.ts';
import type { Random } from './random.ts';
import type { PastProposal, RecordProposal } from './record-proposal.ts';
import { proposalRecorder } from './record-proposal.ts';

const WITHDRAWAL_REASONS = [
  'Besoin plus urgent ailleurs',
  'Erreur de saisie',
  'La personne a repris son poste',
] as const;

export interface Past {
  readonly context: NationContext;
  readonly supply: Supply;
  readonly random: Random;
  readonly record: RecordProposal;
}

export function createPast(context: NationContext, draft: NationDraft, supply: Supply, cells: Cells): Past {
  const random = context.stream('past');
  return { context, supply, random, record: proposalRecorder(context, draft, cells, random) };
}

const ageOf = (past: Past, volunteer: Volunteer): number =>
  (past.context.day.instant - Date.parse(volunteer.row.createdAt)) / 3_600_000;

/** Nothing stops the pair, and the person had signed up by then. */
export function mayMeet(
  past: Past,
  need: Need,
  volunteer: Volunteer,
  hoursAgo: number,
  openings: readonly Opening[] = [],
): boolean {
  if (volunteer.missions.has(need.row.id) || ageOf(past, volunteer) <= hoursAgo) return false;
  // Judged on a day when the mission was open and not over.
  const { today } = past.context.day;
  const on = need.row.endDate < today ? need.row.startDate : today;
  return (
    matchWalls(missionOf(need), candidateOf(volunteer, past.context.day.instant), { today: on, openings }).length === 0
  );
}

/** Finds somebody in the mission's region. */
function find(past: Past, need: Need, hoursAgo: number, also: (volunteer: Volunteer) => boolean): Volunteer | null {
  const { row } = need;
  return past.supply.take(
    row,
    wantedProfession(past, need),
    (volunteer) => also(volunteer) && mayMeet(past, need, volunteer, hoursAgo),
  );
}

/** With vaccination help any eligible profession will do (DOMAIN §2.1). */
function wantedProfession({ random }: Past, { row }: Need): ProfessionCode {
  if (row.vaccinationHelp === 0) return row.profession as ProfessionCode;
  return random.pick(JSON.parse(row.vaccinationProfessions) as ProfessionCode[]);
}

const isFree = (volunteer: Volunteer): boolean => volunteer.engagement === 'none';

/** Who brought the two together: in the wave the ARS proposes, elsewhere establishments choose. */
function drawOrigin({ random }: Past, need: Need): 'direct' | 'agency' {
  return random.chance(need.inWave ? 0.15 : 0.72) ? 'direct' : 'agency';
}

/** Hours ago: proposed, then contacted, then decided; never before the mission, always in the past. */
function drawSteps(
  random: Random,
  from: number,
  until: number,
): { proposed: number; contacted: number; decided: number } {
  const span = from - until;
  const proposed = until + span * random.between(0.35, 0.97);
  const contacted = proposed - Math.min(20, (proposed - until) * random.between(0.05, 0.5));
  const decided = contacted - Math.min(40, (contacted - until) * random.between(0.1, 0.9));
  return { proposed, contacted, decided };
}

type Fate = Pick<PastProposal, 'state' | 'proposed'> & Partial<PastProposal>;

function meet(past: Past, need: Need, fate: Fate, also: (volunteer: Volunteer) => boolean = isFree): boolean {
  const volunteer = find(past, need, fate.proposed, also);
  if (volunteer === null) return false;
  const origin = fate.origin ?? drawOrigin(past, need);
  // In direct access the contact is the proposal.
  const proposed = origin === 'direct' && fate.contacted !== undefined ? fate.contacted : fate.proposed;
  past.record({ ...fate, need, volunteer, origin, proposed });
  return true;
}

/** How many of n were found. */
function drawFound(past: Past, need: Need): number {
  const { random } = past;
  const average = need.fate === 'live' ? (need.inWave ? FILLED.wave : FILLED.elsewhere) : 0.6;
  const young = Math.min(1, need.ageHours / 96);
  const ratio = Math.min(1, average * random.between(0, 2) * young);
  let found = 0;
  for (let post = 0; post < need.row.headcount; post += 1) if (random.chance(ratio)) found += 1;
  return found;
}

/** Accepted people of one mission; those of a mission that is over came to their end by date. */
function fill(past: Past, need: Need): void {
  const { random, context } = past;
  const over = need.row.endDate < context.day.today;
  const hoursSince = (date: string) => (context.day.instant - Date.parse(`${date}T00:05:00Z`)) / 3_600_000;
  const until = over ? hoursSince(need.row.startDate) : closedHours(past, need);
  for (let left = drawFound(past, need); left > 0; left -= 1) {
    const steps = drawSteps(random, need.ageHours, Math.min(Math.max(until, 0.2), need.ageHours * 0.9));
    const onBehalf = random.chance(need.inWave ? 0.12 : 0.05);
    const fate: Fate = onBehalf
      ? {
          state: 'accepted',
          origin: 'on-behalf',
          proposed: steps.decided,
          contacted: steps.decided,
          decided: steps.decided,
        }
      : { state: 'accepted', ...steps };
    // An assignment ends on the day after its last day.
    meet(
      past,
      need,
      over ? { ...fate, state: 'ended', ended: Math.max(0.1, hoursSince(need.row.endDate) - 24) } : fate,
    );
  }
}

/** Hours since a closed mission was closed; 0 for the others. */
function closedHours(past: Past, need: Need): number {
  const { closedAt } = need.row;
  return closedAt === null ? 0 : (past.context.day.instant - Date.parse(closedAt)) / 3_600_000;
}

const postsLeft = (need: Need): number => (need.fate === 'live' ? need.row.headcount - need.row.accepted : 0);

/** A count of `average`, whole, without rounding small ones away. */
function drawCount(random: Random, average: number): number {
  return Math.floor(average) + (random.chance(average % 1) ? 1 : 0);
}

function contact(past: Past, need: Need): void {
  const { random } = past;
  for (let left = drawCount(random, postsLeft(need) * PROPOSALS.contactedPerPost); left > 0; left -= 1) {
    const draw = random.unit();
    const hours =
      draw < PROPOSALS.contactedBlocked
        ? 48 + 24 * 6 * random.unit() ** 2
        : draw < PROPOSALS.contactedBlocked + PROPOSALS.contactedToRemind
          ? random.between(24, 48)
          : random.between(0.3, 24);
    const contacted = Math.min(hours, need.ageHours * 0.95);
    const proposed = Math.min(contacted + random.between(0.5, 20), need.ageHours);
    meet(past, need, { state: 'contacted', proposed, contacted });
  }
}

/** Lapse after 72 h: the oldest is young enough to live through the day. */
const OLDEST_OPEN_HOURS = 46;

function propose(past: Past, need: Need): void {
  const { random } = past;
  const share = need.inWave ? 1 : 0.55;
  for (let left = drawCount(random, postsLeft(need) * PROPOSALS.openPerPost * share); left > 0; left -= 1) {
    const proposed = Math.min(random.between(0.3, OLDEST_OPEN_HOURS), need.ageHours * 0.98);
    const alreadyProposed = random.chance(0.3);
    meet(past, need, { state: 'open', origin: 'agency', proposed }, (volunteer) =>
      alreadyProposed
        ? volunteer.engagement === 'proposed' && volunteer.openProposals < 3
        : volunteer.engagement === 'none',
    );
  }
}

/** Refused, lapsed, withdrawn, released, and assignments that came to an end before their date. */
function giveUp(past: Past, need: Need): void {
  const { random } = past;
  const until = Math.max(closedHours(past, need), 0.2);
  const steps = () => drawSteps(random, need.ageHours, Math.min(until, need.ageHours * 0.9));
  const times = (average: number, fate: () => Fate) => {
    for (let left = drawCount(random, average); left > 0; left -= 1) meet(past, need, fate());
  };
  const size = Math.min(3, need.row.headcount) / 2;
  times(PROPOSALS.refusedPerMission * size, () => ({
    state: 'refused',
    ...steps(),
    reason: random.pick(REFUSAL_REASONS),
  }));
  times(PROPOSALS.releasedPerMission * size, () => ({
    state: 'released',
    ...steps(),
    reason: random.chance(0.7) ? 'blocked-too-long' : random.pick(RELEASE_REASONS),
  }));
  times(PROPOSALS.lapsedPerMission * size, () => {
    const { proposed, decided } = steps();
    return { state: 'lapsed', origin: 'agency', proposed, decided, reason: 'no-contact-in-time' };
  });
  times(PROPOSALS.withdrawnPerMission * size, () => {
    const { proposed, decided } = steps();
    return { state: 'withdrawn', origin: 'agency', proposed, decided, reason: random.pick(WITHDRAWAL_REASONS) };
  });
  times(need.row.accepted * PROPOSALS.broughtToAnEnd, () => {
    const { proposed, contacted, decided } = steps();
    const ended = decided - (decided - until) * random.between(0.1, 0.9);
    const started = need.row.startDate <= past.context.day.hoursAgo(ended).slice(0, 10);
    return {
      state: started ? 'ended-early' : 'cancelled',
      proposed,
      contacted,
      decided,
      ended,
      reason: random.pick(EARLY_END_REASONS),
    };
  });
}

/** A person whom one establishment contacted was often proposed to another just before: that one waits. */
function suspend(past: Past, needs: readonly Need[], contactedHours: ReadonlyMap<string, number>): void {
  const { random, supply } = past;
  const openNeeds = Map.groupBy(
    needs.filter((need) => postsLeft(need) > 0),
    ({ row }) => `${row.agency}:${row.profession}`,
  );
  for (const volunteer of supply.volunteers) {
    const contacted = contactedHours.get(volunteer.row.id);
    if (contacted === undefined || !random.chance(PROPOSALS.suspendedPerContact)) continue;
    const others = openNeeds.get(`${volunteer.row.agency}:${volunteer.row.profession}`) ?? [];
    const need = others[Math.floor(random.unit() * others.length)];
    if (need === undefined) continue;
    const proposed = contacted + random.between(0.5, 20);
    const asFree = { ...volunteer, engagement: 'none' as const };
    if (need.ageHours <= proposed || !mayMeet(past, need, asFree, proposed)) continue;
    past.record({ need, volunteer, origin: 'agency', state: 'suspended', proposed });
    volunteer.engagement = 'contacted';
  }
}

/** First half: what is settled, so that openings know how many posts are left. */
export function writeSettled(past: Past, needs: readonly Need[]): void {
  for (const need of needs) if (need.row.endDate < past.context.day.today) fill(past, need);
  for (const need of needs) if (need.row.endDate >= past.context.day.today) fill(past, need);
}

/** Second half: what is still in hand, and what was given up. */
export function writePending(past: Past, needs: readonly Need[], draft: NationDraft): void {
  for (const need of needs) contact(past, need);
  for (const need of needs) propose(past, need);
  for (const need of needs) giveUp(past, need);
  const contactedHours = new Map<string, number>();
  for (const row of draft.rows.proposal) {
    if (row.state !== 'contacted' || row.contactedAt === null) continue;
    contactedHours.set(row.candidateId, (past.context.day.instant - Date.parse(row.contactedAt)) / 3_600_000);
  }
  suspend(past, needs, contactedHours);
}
