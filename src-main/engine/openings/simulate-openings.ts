/**
 * One to three openings that are not made, each against the same frozen state: who becomes visible, what is gained, what
 * it leaves. It only reads: nothing is written until a person decides (DOMAIN §6; FEATURES D6).
 */
import type { OpeningSimulation, OpeningVariant, SimulatedVariant } from '../../../contract/app/simulation-shapes.ts';
import { rangeContains } from '../../../contract/domain/civil-date.ts';
import { openingReceives } from '../../../contract/domain/opening.ts';
import type { Priority } from '../../../contract/domain/priority.ts';
import { PRIORITIES } from '../../../contract/domain/priority.ts';
import { openingFacts } from '../../../contract/national/facts/opening-facts.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import { missionLabel } from '../../commands/words.ts';
import { readLiveOpenings } from '../../store/queries/decision-rows.ts';
import { readHeldPairs } from '../../store/queries/solicitation-rows.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';
import { median, tenths } from '../arbitration/count-plan.ts';
import type { CountedOpening } from '../arbitration/plan-problem.ts';
import type { MissionTerms, OpeningTerms } from '../matching/mission-terms.ts';
import { openingTerms } from '../matching/mission-terms.ts';
import { lends } from '../matching/wall-bits.ts';
import type { Coverage, CoverageGround } from './coverage.ts';
import { coverageGround, coverageOf } from './coverage.ts';
import type { OwnMission } from './lender-effect.ts';
import { lenderEffect } from './lender-effect.ts';
import { openingRemarks } from './opening-remarks.ts';
import type { ReceiverGains } from './receiver-gains.ts';
import { receiverGains } from './receiver-gains.ts';
import type { SimulationGround } from './simulation-ground.ts';
import { openingOfVariant } from './variant-opening.ts';

const MOST_MISSIONS = 200;
const CURVE_POINTS = 10;

/** @example await simulateOpenings(desk, [variant, otherVariant]) */
export async function simulateOpenings(
  ground: SimulationGround,
  variants: readonly OpeningVariant[],
): Promise<OpeningSimulation> {
  const { image, turns } = ground;
  await image.loaded('mission');
  await image.loaded('candidate');
  image.flush();
  const start = turns.stopwatch();
  const { revision, now } = image;
  const missions = openMissions(ground);
  // In one turn: all variants are of one state.
  const simulated = variants.map((variant) => simulate(ground, missions, variant));
  return {
    revision,
    takenAt: new Date(now).toISOString(),
    milliseconds: tenths(turns.stopwatch() - start),
    variants: simulated,
  };
}

interface OpenMission {
  readonly row: MissionViewRow;
  /** Posts that nobody is proposed or contacted for. */
  readonly posts: number;
}

function openMissions({ image, store }: SimulationGround): readonly OpenMission[] {
  const { missions } = image;
  const held = new Map<string, number>();
  for (const { missionId } of readHeldPairs(store)) held.set(missionId, (held.get(missionId) ?? 0) + 1);
  const remaining = missions.image.column('remaining');
  return [...missions.rows.values()]
    .map((row) => {
      const left = Number(remaining.read(missions.image.slotOf(row.id) ?? -1) ?? 0);
      return { row, left, posts: Math.max(0, left - (held.get(row.id) ?? 0)) };
    })
    .filter(({ left }) => left > 0)
    .sort((left, right) => (left.row.id < right.row.id ? -1 : 1));
}

/** What can be asked of the receiver's missions: with no new place, with all, with so many. */
interface Question {
  readonly ground: CoverageGround;
  /** Openings of today whose places count, then the new one. */
  readonly openings: readonly CountedOpening[];
}

function answer({ ground, openings }: Question, places: number): Coverage {
  const changed = openings.map((one, index) => (index === openings.length - 1 ? { ...one, left: places } : one));
  return coverageOf(ground, changed);
}

function simulate(
  ground: SimulationGround,
  missions: readonly OpenMission[],
  variant: OpeningVariant,
): SimulatedVariant {
  const { image, store } = ground;
  const { candidates, now } = image;
  const simulated = openingOfVariant(variant);
  const terms = openingTerms(simulated.opening, candidates.terms);
  const receiving = missions.filter(({ row }) =>
    openingReceives(simulated.opening.receiver, { id: row.id, agency: row.agency as never }),
  );
  const needs = receiving.map(({ row }) => image.missions.terms(row, candidates, now));
  const gains = receiverGains(needs, terms, variant.receiverAgency, candidates);
  const question = questionOf(ground, receiving, needs, terms, variant.receiverAgency);
  const before = answer(question, 0).filled;
  const most = answer(question, candidates.image.size).filled;
  const bestCeiling = most - before;
  const places = Math.min(variant.ceiling, bestCeiling);
  const sent = answer(question, places);
  const ways = sent.through.map(({ kilometres }) => kilometres).filter((way) => !Number.isNaN(way));
  return {
    ...visibleView(gains, image),
    ...missionsView(gains, receiving),
    posts: receiving.reduce((sum, { posts }) => sum + posts, 0),
    coverableBefore: before,
    coverableAfter: sent.filled,
    bestCeiling,
    curve: curveTo(bestCeiling, variant.ceiling),
    medianKm: median(ways),
    kilometres: tenths(ways.reduce((sum, way) => sum + way, 0)),
    lenders: lendersView(ground, missions, terms, variant.receiverAgency, sent),
    remarks: openingRemarks(simulated, variant, readLiveOpenings(store), now),
  };
}

function questionOf(
  { image, store }: SimulationGround,
  receiving: readonly OpenMission[],
  needs: readonly MissionTerms[],
  terms: OpeningTerms,
  receiver: number,
): Question {
  const { candidates, now } = image;
  const today = readLiveOpenings(store).flatMap((row) => {
    const opening = openingFacts(row);
    const receives = Uint8Array.from(receiving, ({ row: { id, agency } }) => {
      const isToday = rangeContains(opening, todayOf(agency, now));
      return isToday && openingReceives(opening.receiver, { id, agency: agency as never }) ? 1 : 0;
    });
    const left = Math.max(0, row.ceiling - row.used);
    const isCounted = opening.state === 'active' && receives.includes(1);
    return isCounted ? [{ terms: openingTerms(opening, candidates.terms), left, receives }] : [];
  });
  const fresh = { terms, left: 0, receives: new Uint8Array(receiving.length).fill(1) };
  const openings = [...today, fresh];
  const asked = new Set(needs.flatMap(({ professions }) => professions));
  const { at } = candidates.terms;
  const keep = (slot: number): boolean =>
    asked.has(at.profession[slot] ?? 0) &&
    at.held[slot] === 0 &&
    (at.agency[slot] === receiver || openings.some((one) => lends(one.terms, candidates.terms, slot)));
  const opened = needs.map((mission) => ({ ...mission, openings: [...mission.openings, terms] }));
  const posts = receiving.map((mission) => mission.posts);
  return { ground: coverageGround(candidates, opened, posts, keep), openings };
}

function visibleView({ visible }: ReceiverGains, { candidates }: SimulationGround['image']) {
  const count = (name: string) => {
    const column = candidates.image.column(name);
    const people = Map.groupBy(visible, (slot) => column.read(slot));
    return [...people]
      .map(([value, slots]) => ({ value, people: slots.length }))
      .sort((one, other) => other.people - one.people);
  };
  return {
    visible: visible.size,
    visibleByAgency: count('agency').map(({ value, people }) => ({
      agency: value === null ? null : Number(value),
      people,
    })),
    visibleByProfession: count('profession').map(({ value, people }) => ({ profession: String(value), people })),
  };
}

function missionsView({ gains }: ReceiverGains, receiving: readonly OpenMission[]) {
  const gaining = gains.filter(({ gained }) => gained > 0);
  const lane = ({ mission }: (typeof gaining)[number]) =>
    PRIORITIES.indexOf((receiving[mission]?.row.priority ?? 'none') as Priority);
  const inOrder = gaining.toSorted(
    (left, right) =>
      Number(left.before > 0) - Number(right.before > 0) || lane(left) - lane(right) || left.mission - right.mission,
  );
  const missions = inOrder.slice(0, MOST_MISSIONS).flatMap(({ mission, before, gained, distances }) => {
    const found = receiving[mission];
    if (found === undefined) return [];
    const { row, posts } = found;
    const { id, profession, departement, priority } = row;
    const nearest = distances.length === 0 ? null : tenths(distances.reduce((least, way) => Math.min(least, way)));
    const told = { missionId: id, label: missionLabel(row), profession, departement, priority, remaining: posts };
    return [{ ...told, before, after: before + gained, nearestKm: nearest, medianKm: median(distances) }];
  });
  return { missionsGaining: gaining.length, missions };
}

/** Each place fills one post more, up to the best ceiling, and none beyond: the gain is concave and whole. */
export function curveTo(bestCeiling: number, ceiling: number): { ceiling: number; gained: number }[] {
  const last = Math.max(bestCeiling, ceiling);
  const step = Math.max(1, Math.ceil(bestCeiling / CURVE_POINTS));
  const places = new Set([0, bestCeiling, ceiling, last]);
  for (let place = step; place < bestCeiling; place += step) places.add(place);
  return [...places]
    .sort((one, other) => one - other)
    .map((place) => ({ ceiling: place, gained: Math.min(place, bestCeiling) }));
}

function lendersView(
  { image }: SimulationGround,
  missions: readonly OpenMission[],
  opening: OpeningTerms,
  receiver: number,
  { through }: Coverage,
): SimulatedVariant['lenders'] {
  const { candidates, now } = image;
  const { terms } = candidates;
  const free = new Map<number, number>();
  for (const slot of candidates.image.order(null)) {
    const agency = terms.at.agency[slot] ?? 0;
    if (agency === receiver || terms.at.held[slot] !== 0 || !lends(opening, terms, slot)) continue;
    free.set(agency, (free.get(agency) ?? 0) + 1);
  }
  const slots = through.map(({ id }) => candidates.image.slotOf(id)).filter((slot) => slot !== undefined);
  const taken = Map.groupBy(slots, (slot) => terms.at.agency[slot] ?? 0);
  const byAgency = Map.groupBy(missions, ({ row }) => row.agency ?? 0);
  return [...free]
    .sort(([one], [other]) => one - other)
    .map(([agency, people]) => {
      const lost = taken.get(agency) ?? [];
      const own = lost.length === 0 || agency === 0 ? [] : (byAgency.get(agency) ?? []);
      const ownMissions = own.map(({ row, posts }): OwnMission => {
        const needs = image.missions.terms(row, candidates, now);
        return { row, posts, terms: { ...needs, openings: [] } };
      });
      return lenderEffect(candidates, agency, people, lost, ownMissions);
    });
}
