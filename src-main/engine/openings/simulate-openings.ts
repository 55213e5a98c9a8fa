/**
 * One to three openings that are not made, each against the same frozen state: who becomes visible, what is gained, what
 * it leaves. It only reads: nothing is written until a person decides (DOMAIN §6; FEATURES D6).
 */
import type { OpeningSimulation, OpeningVariant, SimulatedVariant } from '../../../contract/app/simulation-shapes.ts';
import { openingReceives } from '../../../contract/domain/opening.ts';
import type { Priority } from '../../../contract/domain/priority.ts';
import { PRIORITIES } from '../../../contract/domain/priority.ts';
import { missionLabel } from '../../commands/words.ts';
import { readLiveOpenings } from '../../store/queries/decision-rows.ts';
import { median, tenths } from '../arbitration/count-plan.ts';
import type { OpeningTerms } from '../matching/mission-terms.ts';
import { openingTerms } from '../matching/mission-terms.ts';
import { lends } from '../matching/wall-bits.ts';
import type { Coverage } from './coverage.ts';
import type { OwnMission } from './lender-effect.ts';
import { lenderEffect } from './lender-effect.ts';
import type { OpenMission } from './open-missions.ts';
import { openMissions } from './open-missions.ts';
import { openingRemarks } from './opening-remarks.ts';
import type { ReceiverGains } from './receiver-gains.ts';
import { receiverGains } from './receiver-gains.ts';
import { askReceiver } from './receiver-question.ts';
import type { SimulationGround } from './simulation-ground.ts';
import { openingOfVariant } from './variant-opening.ts';

const MOST_MISSIONS = 80;
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
  const question = askReceiver(ground, receiving, needs, terms, variant.receiverAgency);
  const before = question.filled(0);
  const bestCeiling = question.filled(candidates.image.size) - before;
  const sent = question.sent(Math.min(variant.ceiling, bestCeiling));
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

function missionsView({ gains, distances: measure }: ReceiverGains, receiving: readonly OpenMission[]) {
  const gaining = gains.filter(({ gained }) => gained > 0);
  const lane = ({ mission }: (typeof gaining)[number]) =>
    PRIORITIES.indexOf((receiving[mission]?.row.priority ?? 'none') as Priority);
  const inOrder = gaining.toSorted(
    (left, right) =>
      Number(left.before > 0) - Number(right.before > 0) || lane(left) - lane(right) || left.mission - right.mission,
  );
  const missions = inOrder.slice(0, MOST_MISSIONS).flatMap(({ mission, before, gained }) => {
    const found = receiving[mission];
    if (found === undefined) return [];
    const { row, posts } = found;
    const { id, profession, departement, priority } = row;
    const distances = measure(mission);
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
      const professions = new Set(lost.map((slot) => candidates.image.column('profession').read(slot)));
      const own = (byAgency.get(agency) ?? []).filter(
        ({ row }) => agency !== 0 && (professions.has(row.profession) || row.vaccinationHelp === 1),
      );
      const ownMissions = own.map(({ row, posts }): OwnMission => {
        const needs = image.missions.terms(row, candidates, now);
        return { row, posts, terms: { ...needs, openings: [] } };
      });
      return lenderEffect(candidates, agency, people, lost, ownMissions);
    });
}
