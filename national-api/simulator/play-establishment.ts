/** An establishment sits down at its screen: answers what waits, contacts somebody, asks for people, ends an assignment. */

import { z } from 'zod';
import { todayIn } from '../../contract/domain/civil-date.ts';
import { EARLY_END_REASONS, REFUSAL_REASONS } from '../../contract/domain/proposal-reason.ts';
import type { EstablishmentMission, EstablishmentProposal } from '../../contract/national/views/establishment-views.ts';
import {
  establishmentMissionSchema,
  establishmentProposalSchema,
  reachableCandidatePageSchema,
} from '../../contract/national/views/establishment-views.ts';
import type { Player } from './player.ts';
import type { Outcome, Stage } from './stage.ts';
import { order } from './stage.ts';
import { IGNORED_SHARE, SILENT_SHARE, temperOf } from './temper.ts';

const missionsSchema = z.object({ missions: z.array(establishmentMissionSchema) });
const proposalsSchema = z.object({ proposals: z.array(establishmentProposalSchema) });

const ACCEPTED_SHARE = 0.6;
const NEW_NEED_SHARE = 0.12;
const EARLY_END_SHARE = 0.04;

/** Accepts or refuses somebody it contacted. */
async function answer(stage: Stage, as: Player, { id, version }: EstablishmentProposal): Promise<Outcome> {
  const { random } = stage;
  if (random.chance(ACCEPTED_SHARE)) return order(stage, as, 'proposal.accept', id, version, {});
  const reason = random.pick(REFUSAL_REASONS);
  return order(stage, as, 'proposal.refuse', id, version, { reason, comment: null });
}

async function endEarly(stage: Stage, as: Player, proposal: EstablishmentProposal): Promise<Outcome> {
  const { random, clock } = stage;
  const today = todayIn('Europe/Paris', clock());
  const reason = random.pick(EARLY_END_REASONS);
  return proposal.startDate !== null && proposal.startDate <= today
    ? order(stage, as, 'proposal.end-early', proposal.id, proposal.version, { on: today, reason, comment: null })
    : order(stage, as, 'proposal.cancel-assignment', proposal.id, proposal.version, { reason, comment: null });
}

/** Chooses among the people within reach of a mission; in crisis mode only those proposed are (DOMAIN §4.2). */
async function choose(stage: Stage, as: Player, mission: EstablishmentMission): Promise<Outcome> {
  const { client, random, clock } = stage;
  const page = await client.get(as, `/v1/missions/${mission.id}/candidates?limit=10`, reachableCandidatePageSchema);
  const free = page.candidates.filter(({ access, proposalId }) => access === 'direct' && proposalId === null);
  const chosen = free[Math.floor(random.unit() ** 2 * free.length)];
  if (chosen === undefined) return 'nothing';
  const input = { missionId: mission.id, candidateId: chosen.id };
  return order(stage, as, 'proposal.contact', random.id(clock()), 0, input);
}

async function askForPeople(stage: Stage, as: Player, establishmentId: string): Promise<Outcome> {
  const { random, clock, invention } = stage;
  const input = { establishmentId, need: invention.need(todayIn('Europe/Paris', clock())) };
  return order(stage, as, 'mission.create', random.id(clock()), 0, input);
}

/** One act of one account. */
export async function playEstablishment(stage: Stage, seed: number): Promise<Outcome> {
  const { client, random, cast } = stage;
  if (cast.accounts.length === 0) return 'nothing';
  const as: Player = { kind: 'account', id: random.pick(cast.accounts) };
  const { proposals } = await client.get(as, '/v1/my/proposals?live=true', proposalsSchema);
  const assigned = proposals.filter(({ state }) => state === 'accepted');
  if (assigned.length > 0 && random.chance(EARLY_END_SHARE)) return endEarly(stage, as, random.pick(assigned));

  const contacted = proposals.filter(
    ({ state, id }) => state === 'contacted' && temperOf(seed, 'silent', id) >= SILENT_SHARE,
  );
  if (contacted.length > 0) return answer(stage, as, random.pick(contacted));

  const proposed = proposals.filter(
    ({ state, id }) => state === 'open' && temperOf(seed, 'ignored', id) >= IGNORED_SHARE,
  );
  if (proposed.length > 0) {
    const { id, version, missionId, candidateId } = random.pick(proposed);
    return order(stage, as, 'proposal.contact', id, version, { missionId, candidateId });
  }

  const { missions } = await client.get(as, '/v1/my/missions?state=open', missionsSchema);
  const [known] = missions;
  if (known !== undefined && random.chance(NEW_NEED_SHARE)) return askForPeople(stage, as, known.establishmentId);
  const unfilled = missions.filter(({ state, accepted, contacted: held, headcount }) => {
    return state === 'open' && accepted + held < headcount;
  });
  return unfilled.length === 0 ? 'nothing' : choose(stage, as, random.pick(unfilled));
}
