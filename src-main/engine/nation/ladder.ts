/** The ladder of solidarity of a mission: what was tried at each step, what is left there, what comes next (DOMAIN §6). */
import type { LadderLine } from '../../../contract/app/nation-contract.ts';
import { triedSteps } from '../../../contract/domain/ladder-trail.ts';
import type { LadderStep } from '../../../contract/domain/solidarity-ladder.ts';
import { LADDER_STEP_FACTS, nextLadderStep } from '../../../contract/domain/solidarity-ladder.ts';
import { ladderNeedOf, ladderOfMission } from '../../../contract/national/facts/ladder-facts.ts';
import { readLadderTraces } from '../../store/queries/ladder-traces.ts';
import { readOpeningView, readReserveRequests } from '../../store/queries/opening-rows.ts';
import type { MissionViewRow, OpeningViewRow, ReserveRequestViewRow } from '../../store/views/view-rows.ts';
import { whoIsLeft } from './left-at-step.ts';
import type { NationDesk } from './nation-desk.ts';

export interface LadderReader {
  /** Steps as they were tried; `left` is counted where it is asked. */
  lines(mission: MissionViewRow, withLeft: boolean): LadderLine[];
}

const isoOrNull = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Reads what is common to many missions once. */
export function ladderReader({ store, image, person }: NationDesk, missionIds: readonly string[]): LadderReader {
  const traces = Map.groupBy(readLadderTraces(store, missionIds), ({ missionId }) => missionId);
  const openings: readonly OpeningViewRow[] = readOpeningView(store);
  const requests: readonly ReserveRequestViewRow[] = readReserveRequests(store);
  const isNational = (person()?.agency ?? null) === null;
  return {
    lines(mission, withLeft) {
      const platformMember = image.relations.poolsServing(mission.establishmentId).length > 0;
      const proposals = traces.get(mission.id) ?? [];
      const trail = ladderOfMission(mission, { platformMember, proposals, openings, requests });
      const next = nextLadderStep(ladderNeedOf(mission, platformMember), triedSteps(trail));
      const left: ReadonlyMap<LadderStep, number> | null = withLeft ? whoIsLeft(image, mission) : null;
      return trail.map(({ step, firstAt, lastAt, people, accepted, waiting }) => ({
        step,
        label: LADDER_STEP_FACTS[step].label,
        firstAt: isoOrNull(firstAt),
        lastAt: isoOrNull(lastAt),
        ...{ people, accepted, waiting },
        left: left === null || !isKnown(step, isNational) ? null : (left.get(step) ?? 0),
        isNext: step === next,
        throughNationalDesk: LADDER_STEP_FACTS[step].throughNationalDesk,
      }));
    },
  };
}

/** A region does not know who is free elsewhere; nobody lists the Réserve sanitaire. */
function isKnown(step: LadderStep, isNational: boolean): boolean {
  return step !== 'reserve-sanitaire' && (step !== 'other-regions' || isNational);
}
