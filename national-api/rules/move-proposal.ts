/**
 * The only place where a proposal changes state. It writes the row, one line of the journal, and notes whose derived
 * columns must be counted again.
 */

import type { ProposalEvent } from '../../contract/domain/proposal.ts';
import { isAwaitingContact, transition } from '../../contract/domain/proposal.ts';
import { CommandConflict, CommandRefusal } from '../kernel/command-outcome.ts';
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import type { Act } from './act.ts';
import { journalEffect } from './act.ts';
import { proposalsOfCandidate, stateOf } from './proposals-of.ts';

type Proposal = Stored<'proposal'>;

export interface Move {
  /** Several events may happen at once: contact and accept, on behalf. */
  readonly events: readonly ProposalEvent[];
  /** Kind of the journal line: the command's, or 'proposal.lapse', 'proposal.resume'… for a consequence. */
  readonly journalAs: string;
  /** Kept on the row. */
  readonly reason?: string | null;
  /** Said in the journal when it is longer than what the row keeps. */
  readonly comment?: string | null;
  readonly patch?: Partial<Proposal>;
}

const NOT_NOW: Readonly<Record<ProposalEvent, string>> = {
  contact: 'Cette personne ne peut pas être contactée par cette proposition.',
  suspend: 'Cette proposition ne peut pas être suspendue.',
  resume: 'Cette proposition ne peut pas reprendre.',
  withdraw: "Une proposition ne se retire qu'avant le contact : libérez plutôt la personne.",
  accept: "Seule une personne déjà contactée peut être acceptée : contactez-la d'abord.",
  refuse: "Seule une personne déjà contactée peut être refusée : contactez-la d'abord.",
  release: 'Seule une personne contactée peut être libérée.',
  lapse: "Cette proposition n'attend plus rien.",
  end: "Cette affectation n'est plus en cours.",
  'end-early': "Cette affectation n'est plus en cours.",
  cancel: "Cette affectation n'est plus en cours.",
};

/** Who decided it and when, as the row shows it. */
function signature(act: Act, event: ProposalEvent): Partial<Proposal> {
  const { work, actor } = act;
  if (event === 'suspend' || event === 'end') return {};
  if (event === 'resume') return { resumedAt: work.at };
  if (event === 'contact') return { contactedByName: actor.displayName, contactedAt: work.at };
  return { decidedByName: actor.displayName, decidedAt: work.at };
}

/**
 * Open and suspended proposals count alike: these events change no count of the mission or of the opening, which the
 * decision does not hold (footprints.ts), so that a count made here could undo one that others just made.
 */
const UNCOUNTED: readonly ProposalEvent[] = ['suspend', 'resume'];

/** @throws CommandRefusal when the event is not allowed in the proposal's state. */
export async function moveProposal(act: Act, proposal: Proposal, move: Move): Promise<Proposal> {
  let state = stateOf(proposal);
  let signed: Partial<Proposal> = {};
  for (const event of move.events) {
    const next = transition(state, event);
    if (next === null) throw new CommandRefusal('not-in-this-state', NOT_NOW[event]);
    state = next;
    signed = { ...signed, ...signature(act, event) };
  }
  const reason = move.reason === undefined ? {} : { reason: move.reason };
  const change = { ...signed, ...reason, ...move.patch, state };
  const moved = await act.work.update('proposal', proposal, change);
  journalEffect(act, {
    kind: move.journalAs,
    subjectKind: 'proposal',
    subjectId: proposal.id,
    subjectAgency: proposal.missionAgency ?? proposal.candidateAgency,
    reason: move.comment ?? move.reason ?? null,
    before: Object.fromEntries(Object.keys(change).map((name) => [name, proposal[name as keyof Proposal]])),
    after: change,
  });
  if (move.events.some((event) => !UNCOUNTED.includes(event))) touch(act, moved);
  else act.touched.candidates.add(moved.candidateId);
  return moved;
}

/** Notes that a proposal changed, so that `settle` counts again what depends on it. */
export function touch({ touched }: Act, proposal: Proposal): void {
  touched.missions.add(proposal.missionId);
  touched.candidates.add(proposal.candidateId);
  if (proposal.openingId !== null) touched.openings.add(proposal.openingId);
}

/** Who last acted on a proposal, or on the person while it is suspended, and when. */
async function lastAct(work: UnitOfWork, proposal: Proposal): Promise<{ author: string; at: string }> {
  const { state, decidedByName, decidedAt, contactedByName, contactedAt, proposedByName, proposedAt } = proposal;
  if (state === 'suspended') {
    const holder = (await proposalsOfCandidate(work, proposal.candidateId)).find(
      (other) => other.state === 'contacted',
    );
    if (holder) return { author: holder.establishmentName, at: holder.contactedAt ?? holder.updatedAt };
  }
  if (!isAwaitingContact(stateOf(proposal)) && state !== 'contacted' && decidedByName !== null) {
    return { author: decidedByName, at: decidedAt ?? proposal.updatedAt };
  }
  return { author: contactedByName ?? proposedByName, at: contactedAt ?? proposedAt };
}

/** Refuses an order made on a proposal that someone moved since: tells by whom and when. */
export async function requireProposalVersion(work: UnitOfWork, proposal: Proposal, version: number): Promise<void> {
  if (proposal.version === version) return;
  throw new CommandConflict('proposal-changed', 'Quelqu’un a agi sur cette proposition entre-temps.', {
    kind: 'proposal',
    id: proposal.id,
    ...(await lastAct(work, proposal)),
  });
}
