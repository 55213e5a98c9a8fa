/**
 * An ARS assigns a person for an establishment: contact and acceptance in one transaction, from free, EN COURS, or
 * contacted by that establishment; never when another one holds the person (DOMAIN §4.5; F82, F112).
 */
import type { MatchWall } from '../../contract/domain/matching.ts';
import { isAwaitingContact } from '../../contract/domain/proposal.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandContext, CommandHandler } from '../kernel/handler.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import type { Act } from '../rules/act.ts';
import { actOf } from '../rules/act.ts';
import { announceAssignment } from '../rules/announce-assignment.ts';
import { assignmentDates } from '../rules/assignment-dates.ts';
import { findCandidate, findMission } from '../rules/find-subject.ts';
import { acceptanceKeys, openingKeys, proposalKeys } from '../rules/footprints.ts';
import { makeProposal } from '../rules/make-proposal.ts';
import { moveProposal, requireProposalVersion } from '../rules/move-proposal.ts';
import type { Pair } from '../rules/pair-walls.ts';
import { pairOf, stopAtWalls, wallsBetween } from '../rules/pair-walls.ts';
import { stateOf } from '../rules/proposals-of.ts';
import type { Reach } from '../rules/reach.ts';
import { reachOf } from '../rules/reach.ts';
import { settle } from '../rules/settle.ts';

type Context = CommandContext<'proposal.assign-on-behalf'>;

/** Walls that an assignment on behalf goes through: it ends the other proposals itself. */
function remaining(walls: readonly MatchWall[], pair: Pair, subject: string): readonly MatchWall[] {
  const holder = pair.proposals.find(({ state }) => state === 'contacted');
  const heldHere = holder?.establishmentId === pair.mission.establishmentId;
  return walls.filter(
    (wall) =>
      wall !== 'too-many-proposals' &&
      !(wall === 'contacted' && heldHere) &&
      !(wall === 'live-pair' && pair.live?.id === subject),
  );
}

/** The proposal that led here keeps its opening; a new one needs its own way to the person. */
async function reachFor(context: Context, pair: Pair): Promise<Reach> {
  const { work, actor, command } = context;
  if (pair.live !== null) return { openings: [], openingId: pair.live.openingId, nationalDecision: true };
  return reachOf(work, actor, pair, command.input.openingId);
}

async function assignExisting(act: Act, context: Context, proposal: Stored<'proposal'>, mission: Stored<'mission'>) {
  const { work, command } = context;
  const first = isAwaitingContact(stateOf(proposal)) ? (['contact'] as const) : [];
  // Held by the same establishment for another need: that contact lapses, this proposal need not resume first.
  const resumes = proposal.state === 'suspended' ? (['resume'] as const) : [];
  return moveProposal(act, proposal, {
    events: [...resumes, ...first, 'accept'],
    journalAs: command.kind,
    comment: command.input.reason,
    patch: assignmentDates(mission, work.now),
  });
}

export const assignOnBehalf: CommandHandler<'proposal.assign-on-behalf'> = {
  kind: 'proposal.assign-on-behalf',
  async footprint(reader, { subject, input }) {
    return [
      ...(await proposalKeys(reader, subject)),
      `mission:${input.missionId}`,
      `candidate:${input.candidateId}`,
      ...(await acceptanceKeys(reader, input.missionId, input.candidateId)),
      ...(await openingKeys(reader, [input.openingId])),
    ];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { missionId, candidateId, reason } = command.input;
    const mission = await findMission(work, missionId);
    const { agency, departement } = mission;
    requireRight(actor, 'assign-on-behalf', { agency, departement, reason });
    const pair = await pairOf(work, mission, await findCandidate(work, candidateId));
    const proposal = await work.get('proposal', command.subject);
    if (proposal !== null) {
      if (proposal.missionId !== missionId || proposal.candidateId !== candidateId) {
        throw new CommandRefusal(
          'wrong-subject',
          'Cette proposition concerne une autre personne ou une autre mission.',
        );
      }
      await requireProposalVersion(work, proposal, command.version);
    } else if (command.version !== 0) {
      throw new CommandRefusal('unknown-proposal', "Cette proposition n'existe pas.");
    }
    const reach = await reachFor(context, pair);
    const walls = await wallsBetween(work, pair, reach, true);
    stopAtWalls(pair, remaining(walls, pair, command.subject), work.now);
    const act = actOf(context);
    const assigned =
      proposal === null
        ? await makeProposal(act, {
            id: command.subject,
            mission,
            candidate: pair.candidate,
            origin: 'on-behalf',
            openingId: reach.openingId,
            state: 'accepted',
            journalAs: command.kind,
            reason,
          })
        : await assignExisting(act, context, proposal, mission);
    await announceAssignment(act, mission, assigned, null);
    await settle(act);
  },
};
