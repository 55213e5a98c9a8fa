/** What a region really tried before it alerts: told to the CCS with the alert (DOMAIN §6; F107). */
import { triedSteps as stepsOf } from '../../../contract/domain/ladder-trail.ts';
import type { LadderStep } from '../../../contract/domain/solidarity-ladder.ts';
import { LADDER_STEP_FACTS } from '../../../contract/domain/solidarity-ladder.ts';
import { poolServes } from '../../../contract/national/facts/candidate-facts.ts';
import { ladderOfMission } from '../../../contract/national/facts/ladder-facts.ts';
import { readPools } from '../../store/queries/decision-rows.ts';
import { readLadderTraces } from '../../store/queries/ladder-traces.ts';
import { readOpeningView, readReserveRequests } from '../../store/queries/opening-rows.ts';
import type { Store } from '../../store/store.ts';
import type { MissionViewRow } from '../../store/views/view-rows.ts';

/** By mission: the steps of the ladder that proposals, openings and requests show as tried, in the ladder's order. */
export function triedSteps(
  store: Store,
  missions: readonly MissionViewRow[],
): ReadonlyMap<string, readonly LadderStep[]> {
  const traces = Map.groupBy(
    readLadderTraces(
      store,
      missions.map(({ id }) => id),
    ),
    ({ missionId }) => missionId,
  );
  const openings = readOpeningView(store);
  const requests = readReserveRequests(store);
  const platforms = [...readPools(store).values()].filter(({ kind }) => kind === 'territorial');
  return new Map(
    missions.map((mission) => {
      const platformMember = platforms.some((pool) => poolServes(pool, mission.establishmentId));
      const proposals = traces.get(mission.id) ?? [];
      return [
        mission.id,
        stepsOf(ladderOfMission(mission, { platformMember, proposals, openings, requests })),
      ] as const;
    }),
  );
}

/** @example triedRemark(['region']) // 'Déjà tenté, dit au CCS : Toute la région.' */
export function triedRemark(tried: readonly LadderStep[]): string {
  if (tried.length === 0) return "Rien n'a encore été tenté pour cette mission : le CCS le verra.";
  return `Déjà tenté, dit au CCS : ${tried.map((step) => LADDER_STEP_FACTS[step].label).join(', ')}.`;
}
