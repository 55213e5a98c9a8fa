/** An ARS proposes a candidate to an establishment; the CCS does it by arbitration (DOMAIN §4.2; F104, F111). */
import type { CommandHandler } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf } from '../rules/act.ts';
import { announceProposal } from '../rules/announce-proposal.ts';
import { findCandidate, findMission, requireNew } from '../rules/find-subject.ts';
import { openingKeys } from '../rules/footprints.ts';
import { makeProposal } from '../rules/make-proposal.ts';
import { pairOf, stopAtWalls, wallsBetween } from '../rules/pair-walls.ts';
import { reachOf } from '../rules/reach.ts';
import { settle } from '../rules/settle.ts';

export const createProposal: CommandHandler<'proposal.create'> = {
  kind: 'proposal.create',
  async footprint(reader, { subject, input }) {
    return [
      `proposal:${subject}`,
      `mission:${input.missionId}`,
      `candidate:${input.candidateId}`,
      ...(await openingKeys(reader, [input.openingId])),
    ];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { missionId, candidateId, openingId, reason } = command.input;
    const mission = await findMission(work, missionId);
    requireRight(actor, 'propose-candidate', { agency: mission.agency, departement: mission.departement, reason });
    const candidate = await findCandidate(work, candidateId);
    await requireNew(work, 'proposal', command.subject);
    const pair = await pairOf(work, mission, candidate);
    const reach = await reachOf(work, actor, pair, openingId);
    stopAtWalls(pair, await wallsBetween(work, pair, reach, reason !== null), work.now);
    const act = actOf(context);
    const proposal = await makeProposal(act, {
      id: command.subject,
      mission,
      candidate,
      origin: actor.agency === null ? 'ccs' : 'agency',
      openingId: reach.openingId,
      state: 'open',
      journalAs: command.kind,
      reason,
    });
    await announceProposal(act, mission, proposal, candidate);
    await settle(act);
  },
};
