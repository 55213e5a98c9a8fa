/** The ladder of solidarity of one mission, from the rows that tell what was tried (DOMAIN §6). */
import type { LadderTrial } from '../../domain/ladder-trail.ts';
import { asksGraduate, ladderTrail } from '../../domain/ladder-trail.ts';
import { openingReceives } from '../../domain/opening.ts';
import { POOL_KINDS } from '../../domain/pool.ts';
import type { ProfessionCode } from '../../domain/profession.ts';
import type { ProposalState } from '../../domain/proposal.ts';
import { isLive } from '../../domain/proposal.ts';
import type { LadderNeed } from '../../domain/solidarity-ladder.ts';
import type { MissionRow } from '../rows/mission-row.ts';
import type { OpeningRow, ReserveRequestRow } from '../rows/regulation-rows.ts';
import { missionFacts } from './mission-facts.ts';
import { openingFacts } from './opening-facts.ts';

/** A proposal of the mission, with what is known of the person. */
export interface TriedProposal {
  readonly at: string;
  readonly poolKinds: number;
  readonly agency: number | null;
  /** Null where the person is not on this workstation. */
  readonly departement: string | null;
  readonly state: string;
}

export interface LadderGround {
  readonly platformMember: boolean;
  readonly proposals: readonly TriedProposal[];
  readonly openings: readonly OpeningRow[];
  readonly requests: readonly ReserveRequestRow[];
}

export function ladderNeedOf(mission: MissionRow, platformMember: boolean): LadderNeed {
  return {
    graduateRequired: asksGraduate(mission.profession as ProfessionCode),
    specificSkill: mission.intensiveCare === 1 || mission.specialty !== null,
    platformMember,
  };
}

function outcomeOf(state: string): 'waiting' | 'accepted' | 'ended-without' {
  if (state === 'accepted' || state === 'ended') return 'accepted';
  return isLive(state as ProposalState) ? 'waiting' : 'ended-without';
}

export function ladderOfMission(mission: MissionRow, ground: LadderGround): readonly LadderTrial[] {
  const facts = missionFacts(mission);
  const openedAt = ground.openings
    .filter((row) => openingReceives(openingFacts(row).receiver, facts))
    .map(({ createdAt }) => Date.parse(createdAt));
  const requestedAt = ground.requests
    .filter(({ missionId }) => missionId === mission.id)
    .map(({ at }) => Date.parse(at));
  return ladderTrail(
    ladderNeedOf(mission, ground.platformMember),
    mission,
    ground.proposals.map(({ at, poolKinds, agency, departement, state }) => ({
      at: Date.parse(at),
      pools: POOL_KINDS.filter((_kind, bit) => (poolKinds & (1 << bit)) !== 0),
      agency,
      departement: departement ?? '',
      outcome: outcomeOf(state),
    })),
    { 'other-regions': openedAt, 'reserve-sanitaire': requestedAt },
  );
}
