/** Regulators' facts on missions and candidates, each with its own version. */

import { addDays } from '../../../../contract/domain/civil-date.ts';
import { PRIORITIES } from '../../../../contract/domain/priority.ts';
import type { Moves } from './move.ts';
import { occasionally } from './move.ts';

const anyRow = (): boolean => true;

export const FACT_MOVES: Moves = {
  'mission.set-priority'({ view, random }) {
    const mission = occasionally(random, view.missions, anyRow);
    if (mission === null) return null;
    const input = { priority: random.pick(PRIORITIES), reason: random.chance(0.8) ? 'Service fermé demain' : null };
    return { subject: mission.id, version: mission.priorityVersion, input };
  },
  'mission.defer'({ view, random, today }) {
    const mission = occasionally(random, view.missions, anyRow);
    if (mission === null) return null;
    const until = random.chance(0.3) ? null : addDays(today, random.pick([2, 3]));
    return { subject: mission.id, version: mission.deferralVersion, input: { until, reason: 'Après la relève' } };
  },
  'mission.note'({ view, random }) {
    const mission = occasionally(random, view.missions, anyRow);
    if (mission === null) return null;
    const text = random.pick(['Rappeler le cadre de santé', 'Vu avec la direction', null]);
    return { subject: mission.id, version: mission.noteVersion, input: { text } };
  },
  'mission.assign-regulator'({ view, subjects, random }) {
    const mission = occasionally(random, view.missions, anyRow);
    if (mission === null) return null;
    const regulatorId = random.pick([...subjects.regulators, null]);
    return { subject: mission.id, version: mission.regulatorVersion, input: { regulatorId } };
  },
  'candidate.verify'({ view, random }) {
    const candidate = occasionally(random, view.candidates, anyRow);
    if (candidate === null) return null;
    const input = { verified: random.chance(0.7), reason: 'Diplôme relu' };
    return { subject: candidate.id, version: candidate.verificationVersion, input };
  },
  'candidate.set-availability'({ view, random }) {
    const candidate = occasionally(random, view.candidates, anyRow);
    if (candidate === null) return null;
    const input = { available: random.chance(0.8), reason: 'Appel du matin' };
    return { subject: candidate.id, version: candidate.availabilityVersion, input };
  },
};
