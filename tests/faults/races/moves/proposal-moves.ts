/** The fate of proposals: who is proposed, contacted, accepted, refused, released, sent home early. */

import { addDays } from '../../../../contract/domain/civil-date.ts';
import { EARLY_END_REASONS, REFUSAL_REASONS, RELEASE_REASONS } from '../../../../contract/domain/proposal-reason.ts';
import type { Tables } from '../../../../national-api/database/tables.ts';
import type { Attempt, Move, Moves, Occasion } from './move.ts';
import { amongMine, occasionally } from './move.ts';

type Proposal = Tables['proposal'];

/** An order about a proposal in one of these states. */
function about<Input>(states: readonly string[], inputOf: (occasion: Occasion, proposal: Proposal) => Input) {
  return (occasion: Occasion) => {
    const proposal = amongMine(occasion, occasion.view.proposals, ({ state }) => states.includes(state));
    if (proposal === null) return null;
    return { subject: proposal.id, version: proposal.version, input: inputOf(occasion, proposal) };
  };
}

function pair(occasion: Occasion): { missionId: string; candidateId: string } {
  const { view, random } = occasion;
  const mission = amongMine(occasion, view.missions, ({ state }) => state === 'open') ?? random.pick(view.missions);
  const reachable = view.openings.some(({ state }) => state === 'active') || random.chance(0.2);
  const free = occasionally(
    random,
    view.candidates,
    ({ engagement, agency }) => engagement !== 'assigned' && (reachable || agency === mission.agency),
  );
  return { missionId: mission.id, candidateId: (free ?? random.pick(view.candidates)).id };
}

function openingFor({ view, random }: Occasion): string | null {
  const usable = view.openings.filter(({ state }) => state === 'active');
  return usable.length > 0 && random.chance(0.6) ? random.pick(usable).id : null;
}

/** An establishment takes up the proposal it was made, or goes by itself. */
const contact: Move<'proposal.contact'> = (occasion) => {
  const { view, random, makeId } = occasion;
  const proposed = amongMine(occasion, view.proposals, ({ state }) => state === 'open');
  if (proposed !== null && random.chance(0.6)) {
    const { id, version, missionId, candidateId } = proposed;
    return { subject: id, version, input: { missionId, candidateId } };
  }
  return { subject: makeId(), version: 0, input: pair(occasion) };
};

const assignOnBehalf: Move<'proposal.assign-on-behalf'> = (occasion) => {
  const { view, random, makeId } = occasion;
  const live = occasionally(random, view.proposals, ({ state }) => ['open', 'contacted'].includes(state));
  const common = { openingId: openingFor(occasion), reason: 'Accord donné par téléphone' };
  if (live !== null && random.chance(0.5)) {
    const { id, version, missionId, candidateId } = live;
    return { subject: id, version, input: { ...common, missionId, candidateId } };
  }
  return { subject: makeId(), version: 0, input: { ...common, ...pair(occasion) } };
};

export const PROPOSAL_MOVES: Moves = {
  'proposal.create': (occasion): Attempt<'proposal.create'> => ({
    subject: occasion.makeId(),
    version: 0,
    input: {
      ...pair(occasion),
      openingId: openingFor(occasion),
      reason: occasion.random.chance(0.7) ? 'Profil attendu' : null,
    },
  }),
  'proposal.contact': contact,
  'proposal.assign-on-behalf': assignOnBehalf,
  'proposal.accept': about(['contacted'], () => ({})),
  'proposal.refuse': about(['contacted'], ({ random }) => ({
    reason: random.pick(REFUSAL_REASONS),
    comment: 'Vu ce matin',
  })),
  'proposal.withdraw': about(['open', 'suspended'], () => ({ reason: 'Proposée par erreur' })),
  'proposal.release': about(['contacted'], ({ random }) => ({
    reason: random.pick(RELEASE_REASONS),
    comment: 'Sans réponse',
  })),
  'proposal.remind': about(['contacted'], () => ({})),
  'proposal.end-early': about(['accepted'], ({ random, today }) => ({
    on: addDays(today, random.pick([0, 0, 2])),
    reason: random.pick(EARLY_END_REASONS),
    comment: 'Décidé ensemble',
  })),
  'proposal.cancel-assignment': about(['accepted'], ({ random }) => ({
    reason: random.pick(EARLY_END_REASONS),
    comment: 'Décidé ensemble',
  })),
};
