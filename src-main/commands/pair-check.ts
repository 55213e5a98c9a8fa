/**
 * Every wall between a mission and a person as this workstation can see them: the rules of contract/domain on the rows
 * that screens show, open intent included. The service has the last word: it also sees what is out of this scope.
 */

import type { Engagement } from '../../contract/domain/candidate-status.ts';
import type { MatchWall } from '../../contract/domain/matching.ts';
import { matchWalls } from '../../contract/domain/matching.ts';
import { openingCovers } from '../../contract/domain/opening.ts';
import type { ProposalState } from '../../contract/domain/proposal.ts';
import { isLive } from '../../contract/domain/proposal.ts';
import { candidateFactsOf, poolServes } from '../../contract/national/facts/candidate-facts.ts';
import { missionFacts } from '../../contract/national/facts/mission-facts.ts';
import { openingFacts } from '../../contract/national/facts/opening-facts.ts';
import { promisedDays } from '../../contract/national/facts/promised-days.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import type { OpeningRow, PoolRow } from '../../contract/national/rows/regulation-rows.ts';
import { proposalsOfCandidates, readLiveOpenings, readPools } from '../store/queries/decision-rows.ts';
import type { CandidateViewRow, MissionViewRow, ProposalViewRow } from '../store/views/view-rows.ts';
import type { DeskContext } from './desk-context.ts';

export interface PairVerdict {
  readonly walls: readonly MatchWall[];
  /** The opening through which the person is reached, when they live in another region. */
  readonly openingId: string | null;
  /** The live proposal of these two. */
  readonly live: ProposalViewRow | null;
  /** The contact that holds the person, whoever made it. */
  readonly holder: ProposalViewRow | null;
}

export interface PairCheck {
  /** @param waiting open proposals of the person, those of the same decision included */
  check(mission: MissionViewRow, candidate: CandidateViewRow, retriedByHand: boolean, waiting?: number): PairVerdict;
}

const isDesk = (role: string): boolean => role === 'ccs-desk' || role === 'ccs-lead';

/** Reads once what every pair of a decision needs. */
export function preparePairCheck({ store, person, clock }: DeskContext, candidateIds: readonly string[]): PairCheck {
  const pools = readPools(store);
  const openings = readLiveOpenings(store);
  const proposals = proposalsOfCandidates(store, candidateIds);
  const now = clock();

  const poolsOf = (candidate: CandidateViewRow): PoolRow[] =>
    (JSON.parse(candidate.pools) as string[]).map((id) => pools.get(id)).filter((pool) => pool !== undefined);

  function factsOf(candidate: CandidateViewRow, waiting: number) {
    return candidateFactsOf(candidate, poolsOf(candidate), {
      engagement: candidate.engagement as Engagement,
      openProposals: waiting,
      assignments: promisedDays(proposals.get(candidate.id) ?? [], now),
    });
  }

  function openingFor(mission: MissionViewRow, candidate: CandidateViewRow): OpeningRow | null {
    const facts = factsOf(candidate, 0);
    const today = todayOf(mission.agency, now);
    const found = openings.find(
      (opening) =>
        opening.state === 'active' &&
        opening.used < opening.ceiling &&
        openingCovers(openingFacts(opening), facts, missionFacts(mission), today),
    );
    return found ?? null;
  }

  return {
    check(mission, candidate, retriedByHand, waiting = candidate.openProposals) {
      const known = proposals.get(candidate.id) ?? [];
      const ofPair = known.filter(({ missionId }) => missionId === mission.id);
      const live = ofPair.find(({ state }) => isLive(state as ProposalState)) ?? null;
      const elsewhere = candidate.agency !== mission.agency;
      const opening = elsewhere && !isDesk(person.role) ? openingFor(mission, candidate) : null;
      const serving = poolsOf(candidate)
        .filter((pool) => pool.kind === 'territorial' && poolServes(pool, mission.establishmentId))
        .map(({ id }) => id);
      const walls = matchWalls(missionFacts(mission, serving), factsOf(candidate, waiting), {
        today: todayOf(mission.agency, now),
        openings: opening === null ? [] : [openingFacts(opening)],
        nationalDecision: elsewhere && isDesk(person.role),
        pair: live !== null ? 'live' : ofPair.some(({ state }) => state === 'refused') ? 'refused' : 'none',
        retriedByHand,
      });
      const holder = known.find(({ state }) => state === 'contacted') ?? null;
      return { walls, openingId: opening?.id ?? null, live, holder };
    },
  };
}
