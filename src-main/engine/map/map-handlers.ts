/** Answers what the map asks, all of one answer from one revision of the image. */
import { implement } from '@orpc/server';
import { mapEngineContract } from '../../../contract/app/map-contract.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireDesk } from '../handlers/require-desk.ts';
import type { OpenDesk } from '../open-desk.ts';
import type { CandidateTable } from '../tables/candidate-table.ts';
import { withinArea } from './area-mask.ts';
import { countRings, missionPoint, personPoint } from './map-points.ts';
import { mapQuestion } from './map-question.ts';
import { clusterNeeds } from './needs-clusters.ts';
import { clusterPeople } from './people-clusters.ts';
import { PlacedPoints } from './placed-points.ts';
import { territoryBalance } from './territory-balance.ts';

/** A set up to this size travels by name, so that the table shows which rows are chosen. */
const MOST_IDS = 1_000;

export function mapHandlers(context: EngineContext) {
  const { map } = implement(mapEngineContract);
  const placed = new WeakMap<CandidateTable, PlacedPoints>();
  /** Of the sets that pages were asked about, as long as the engine keeps them. */
  const members = new WeakMap<readonly string[], ReadonlySet<string>>();
  /** Kept as long as the image that it belongs to. */
  function pointsOf(table: CandidateTable): PlacedPoints {
    const points = placed.get(table) ?? new PlacedPoints();
    placed.set(table, points);
    return points;
  }
  async function ready(): Promise<OpenDesk> {
    const desk = requireDesk(context);
    await desk.image.loaded('mission');
    await desk.image.loaded('candidate');
    desk.image.flush();
    return desk;
  }
  return {
    people: map.people.handler(async ({ input: { question, view, lookedId } }) => {
      const { image } = await ready();
      const { candidates } = image;
      const { mask, outOf } = mapQuestion(image, question.missionId, question.query);
      const mission = question.missionId === null ? null : missionPoint(image.missions.rows.get(question.missionId));
      return {
        revision: image.revision,
        complete: image.isComplete('candidate'),
        outOf,
        ...clusterPeople(candidates, pointsOf(candidates), mask, view),
        mission,
        rings: countRings(candidates, mask, mission),
        looked: personPoint(candidates, lookedId),
      };
    }),
    needs: map.needs.handler(async ({ input: { professions, view } }) => {
      const { image } = await ready();
      return { revision: image.revision, ...clusterNeeds(image.missions, professions, view) };
    }),
    balance: map.balance.handler(async ({ input }) => {
      const { image } = await ready();
      return {
        revision: image.revision,
        lines: territoryBalance(image.missions, image.candidates, input.professions),
      };
    }),
    within: map.within.handler(async ({ input: { question, area } }) => {
      const { image } = await ready();
      const { candidates } = image;
      const { mask, page } = mapQuestion(image, question.missionId, question.query);
      const answer = page(withinArea(candidates.terms, pointsOf(candidates), mask, area));
      return { revision: image.revision, complete: image.isComplete('candidate'), ...answer };
    }),
    choose: map.choose.handler(async ({ input: { question, area } }) => {
      const { image, handles } = await ready();
      const { candidates } = image;
      const { mask, ids } = mapQuestion(image, question.missionId, question.query);
      const chosen = ids(withinArea(candidates.terms, pointsOf(candidates), mask, area));
      return chosen.length <= MOST_IDS
        ? { type: 'ids' as const, ids: chosen }
        : handles.keep('candidate', chosen, image.revision);
    }),
    among: map.among.handler(({ input: { set, ids } }) => {
      const held = requireDesk(context).handles.resolve(set);
      if (held === null) return { ids: [] };
      const known = members.get(held) ?? new Set(held);
      members.set(held, known);
      return { ids: ids.filter((one) => known.has(one)) };
    }),
  };
}
