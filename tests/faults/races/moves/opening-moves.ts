/** The CCS lets the receiving region see the lender's people: what makes rows enter and leave a scope. */
import { addDays } from '../../../../contract/domain/civil-date.ts';
import type { Moves } from './move.ts';
import { occasionally } from './move.ts';

const running = ({ state }: { state: string }): boolean => state === 'active' || state === 'paused';

export const OPENING_MOVES: Moves = {
  'opening.create': ({ subjects, random, makeId, today }) => ({
    subject: makeId(),
    version: 0,
    input: {
      receiverAgency: subjects.receiver,
      receiverMissions: null,
      lenderAgencies: random.chance(0.7) ? [subjects.lender] : [subjects.lender, subjects.receiver],
      poolKinds: ['regional-volunteers', 'national-volunteers'],
      professions: random.chance(0.5) ? ['infirmier-diplome-etat'] : [],
      specialties: random.chance(0.3) ? [subjects.specialty] : [],
      mobilisations: ['national'],
      fromDate: addDays(today, random.pick([0, 0, 2])),
      untilDate: addDays(today, 15),
      ceiling: random.pick([1, 2, 10]),
      reason: 'Vague dans la région',
    },
  }),
  'opening.adjust'({ view, random, today }) {
    const opening = occasionally(random, view.openings, running);
    if (opening === null) return null;
    const input = {
      ceiling: random.pick([1, 2, 3, 10]),
      untilDate: addDays(today, random.pick([15, 5])),
      reason: 'Réévaluation',
    };
    return { subject: opening.id, version: opening.version, input };
  },
  'opening.close'({ view, random }) {
    const opening = occasionally(random, view.openings, running);
    return opening && { subject: opening.id, version: opening.version, input: { reason: 'Fin de la vague' } };
  },
};
