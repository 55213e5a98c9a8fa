/**
 * The establishment contacts: the person is reserved for it alone until it answers (DOMAIN §4.4; F84-F86). Without a
 * proposal of the ARS the contact is direct, and only where direct access is allowed (DOMAIN §4.1-4.3; F103).
 */
import { DIRECT_ACCESS_REFUSAL_LABELS, directAccess } from '../../contract/domain/crisis-mode.ts';
import { missionFacts } from '../../contract/national/facts/mission-facts.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandContext, CommandHandler } from '../kernel/handler.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf } from '../rules/act.ts';
import { candidateFacts } from '../rules/candidate-facts.ts';
import { crisisOf } from '../rules/crisis-facts.ts';
import { findCandidate, findMission } from '../rules/find-subject.ts';
import { directAccessKeys, proposalKeys } from '../rules/footprints.ts';
import { makeProposal } from '../rules/make-proposal.ts';
import { moveProposal, requireProposalVersion } from '../rules/move-proposal.ts';
import type { Pair } from '../rules/pair-walls.ts';
import { pairOf, stopAtWalls, wallsBetween } from '../rules/pair-walls.ts';
import { directReachOf } from '../rules/reach.ts';
import { settle } from '../rules/settle.ts';

type Context = CommandContext<'proposal.contact'>;

/** Walls that may have risen since the ARS proposed; the others were its decision. */
const STILL_WALLS = new Set(['mission-not-open', 'unavailable', 'assigned', 'overlapping-assignment', 'contacted']);

async function contactProposed(context: Context, pair: Pair, proposal: Stored<'proposal'>): Promise<void> {
  const { work, command } = context;
  if (proposal.missionId !== pair.mission.id || proposal.candidateId !== pair.candidate.id) {
    throw new CommandRefusal('wrong-subject', 'Cette proposition concerne une autre personne ou une autre mission.');
  }
  await requireProposalVersion(work, proposal, command.version);
  const reach = { openings: [], openingId: null, nationalDecision: true };
  const walls = await wallsBetween(work, pair, reach, true);
  stopAtWalls(
    pair,
    walls.filter((wall) => STILL_WALLS.has(wall) && !(wall === 'contacted' && proposal.state === 'contacted')),
    work.now,
  );
  const act = actOf(context);
  await moveProposal(act, proposal, { events: ['contact'], journalAs: command.kind });
  await settle(act);
}

/** Crisis mode first: an establishment is told to wait for its ARS before it is told anything about the person. */
async function requireDirectAccess(context: Context, { mission, candidate, proposals }: Pair): Promise<void> {
  const { work } = context;
  const { crisis, grants } = await crisisOf(work, [mission.agency, candidate.agency]);
  const facts = candidateFacts(candidate, proposals, [], work.now);
  const today = todayOf(mission.agency, work.now);
  const access = directAccess(missionFacts(mission), facts, crisis, grants, today);
  if (access.allowed) return;
  const { reason } = access;
  if (reason === 'assigned' || reason === 'contacted' || reason === 'mission-not-open' || reason === 'unavailable') {
    return;
  }
  throw new CommandRefusal(
    reason === 'proposed' ? 'candidate-proposed' : 'crisis-mode',
    DIRECT_ACCESS_REFUSAL_LABELS[reason],
  );
}

async function contactDirectly(context: Context, pair: Pair): Promise<void> {
  const { work, command } = context;
  if (pair.live !== null) stopAtWalls(pair, ['live-pair'], work.now);
  await requireDirectAccess(context, pair);
  const reach = await directReachOf(work, pair);
  stopAtWalls(pair, await wallsBetween(work, pair, reach, false), work.now);
  const act = actOf(context);
  await makeProposal(act, {
    id: command.subject,
    mission: pair.mission,
    candidate: pair.candidate,
    origin: 'direct',
    openingId: reach.openingId,
    state: 'contacted',
    journalAs: command.kind,
    reason: null,
  });
  await settle(act);
}

export const contactCandidate: CommandHandler<'proposal.contact'> = {
  kind: 'proposal.contact',
  async footprint(reader, { subject, input }) {
    return [
      ...(await proposalKeys(reader, subject)),
      `mission:${input.missionId}`,
      `candidate:${input.candidateId}`,
      ...(await directAccessKeys(reader, input.missionId, input.candidateId)),
    ];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const mission = await findMission(work, command.input.missionId);
    const { agency, establishmentId } = mission;
    requireRight(actor, 'contact-candidate', { agency, establishmentId });
    const pair = await pairOf(work, mission, await findCandidate(work, command.input.candidateId));
    const proposal = await work.get('proposal', command.subject);
    if (proposal === null) {
      if (command.version !== 0) throw new CommandRefusal('unknown-proposal', "Cette proposition n'existe pas.");
      await contactDirectly(context, pair);
    } else {
      await contactProposed(context, pair, proposal);
    }
  },
};
