/** What happens to missions as a whole, and the crisis mode and alerts around them. */

import { addDays } from '../../../../contract/domain/civil-date.ts';
import { CLOSING_REASONS } from '../../../../contract/domain/mission.ts';
import type { MissionNeed } from '../../../../contract/national/commands/command-inputs.ts';
import type { Tables } from '../../../../national-api/database/tables.ts';
import type { Moves } from './move.ts';
import { amongMine, occasionally } from './move.ts';

function needOf(mission: Tables['mission'], headcount: number): MissionNeed {
  return {
    profession: mission.profession as MissionNeed['profession'],
    specialty: mission.specialty,
    headcount,
    startDate: mission.startDate,
    endDate: mission.endDate,
    ehpad: mission.ehpad === 1,
    intensiveCare: mission.intensiveCare === 1,
    vehicle: mission.vehicle === 1,
    weekend: mission.weekend === 1,
    vaccinationHelp: false,
    vaccinationExperience: false,
    vaccinationProfessions: [],
  };
}

export const MISSION_MOVES: Moves = {
  'mission.change-need'(occasion) {
    const { view, random } = occasion;
    const mission = amongMine(occasion, view.missions, ({ state }) => state === 'open');
    if (mission === null) return null;
    const headcount = Math.max(0, mission.headcount + random.pick([-1, 1, 1, 0]));
    return { subject: mission.id, version: mission.version, input: { need: needOf(mission, headcount) } };
  },
  'mission.close'({ view, random }) {
    const mission = occasionally(random, view.missions, ({ state }) => state === 'open');
    if (mission === null) return null;
    return {
      subject: mission.id,
      version: mission.version,
      input: { reason: random.pick(CLOSING_REASONS), comment: 'Vu avec la direction' },
    };
  },
  'mission.reopen'({ view, random }) {
    const mission = occasionally(random, view.missions, ({ state }) => state === 'closed');
    return mission && { subject: mission.id, version: mission.version, input: { reason: 'Le besoin revient' } };
  },
  'alert.raise'({ view, random }) {
    const mission = occasionally(random, view.missions, ({ alert }) => alert === null || alert === 'lifted');
    if (mission === null) return null;
    const version = view.alerts.find(({ missionId }) => missionId === mission.id)?.version ?? 0;
    return { subject: mission.id, version, input: { message: 'Plus personne dans la région', tried: [] } };
  },
  'alert.take'({ view, random }) {
    const alert = occasionally(random, view.alerts, ({ state }) => state === 'raised');
    return alert && { subject: alert.id, version: alert.version, input: {} };
  },
  'alert.answer'({ view, random }) {
    const alert = occasionally(random, view.alerts, ({ state }) => state === 'taken');
    return alert && { subject: alert.id, version: alert.version, input: { text: 'Une ouverture est faite' } };
  },
  'alert.decline'({ view, random }) {
    const alert = occasionally(random, view.alerts, ({ state }) => state === 'taken');
    return alert && { subject: alert.id, version: alert.version, input: { text: 'Personne ailleurs non plus' } };
  },
  'alert.lift'({ view, random }) {
    const alert = occasionally(random, view.alerts, ({ state }) => state !== 'lifted');
    return alert && { subject: alert.id, version: alert.version, input: { reason: 'Pourvue par la région' } };
  },
  'crisis-mode.switch'({ view, subjects, random }) {
    const agency = random.pick([subjects.receiver, subjects.receiver, subjects.lender]);
    const profession = random.pick(['infirmier-diplome-etat', null] as const);
    const id = `${agency}:${profession ?? '*'}`;
    const mode = view.crisisModes.find((known) => known.id === id);
    const input = {
      agency,
      profession,
      active: mode?.active !== 1,
      recallContacts: random.chance(0.3),
      reason: 'Vague',
    };
    return { subject: id, version: mode?.version ?? 0, input };
  },
  'direct-access.grant'({ view, subjects, random, makeId, today }) {
    const missionId = random.chance(0.5) ? random.pick(view.missions).id : null;
    const establishmentId = missionId === null ? random.pick(subjects.establishments) : null;
    const input = {
      agency: subjects.receiver,
      establishmentId,
      missionId,
      until: addDays(today, 15),
      reason: 'Établissement prioritaire',
    };
    return { subject: makeId(), version: 0, input };
  },
  'direct-access.revoke'({ view, random }) {
    const grant = occasionally(random, view.grants, ({ revokedAt }) => revokedAt === null);
    return grant && { subject: grant.id, version: grant.version, input: { reason: 'Fin de la priorité' } };
  },
};
