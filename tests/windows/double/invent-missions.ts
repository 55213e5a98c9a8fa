import type { TableRow } from '../../../contract/app/table-query.ts';
import { addDays } from '../../../contract/domain/civil-date.ts';
import type { Draw } from './draw.ts';
import { ESTABLISHMENTS, PLACES, PROFESSIONS } from './places.ts';

export const TODAY = '2021-03-15';
const REGULATORS = ['Régulatrice Fictive', 'Régulateur Inventé', null, null, null] as const;

/** Invented needs of one region, in every state. */
export function inventMissions(draw: Draw, count: number): TableRow[] {
  return Array.from({ length: count }, (_, index) => inventMission(draw, index));
}

function inventMission(draw: Draw, index: number): TableRow {
  const [postalCode, city, departement] = draw.one(PLACES);
  const [establishmentName, family] = draw.one(ESTABLISHMENTS);
  const headcount = draw.chance(0.03) ? 0 : 1 + draw.below(6);
  const accepted = Math.min(headcount, draw.below(4));
  const daysToStart = draw.below(20) - 5;
  const startDate = addDays(TODAY, daysToStart);
  const filled = accepted === headcount && headcount > 0;
  const missionState = headcount === 0 ? 'without-need' : filled ? 'filled' : draw.chance(0.04) ? 'closed' : 'open';
  const flag = (share: number) => (draw.chance(share) ? 1 : 0);
  return {
    id: `m-${index}`,
    agency: 6,
    establishmentName: `${establishmentName} (${city})`,
    postalCode,
    city,
    departement,
    establishmentFamily: family,
    headcount,
    profession: draw.one(PROFESSIONS),
    specialty: draw.chance(0.06) ? 'SM18' : null,
    startDate,
    endDate: addDays(startDate, 7 + draw.below(60)),
    ehpad: family === 'ehpad' ? 1 : 0,
    intensiveCare: flag(0.12),
    vehicle: flag(0.3),
    weekend: flag(0.4),
    vaccinationHelp: family === 'vaccination-centre' ? 1 : 0,
    alert: draw.chance(0.08) ? draw.one(['raised', 'taken', 'answered', 'declined']) : null,
    accepted,
    remaining: missionState === 'open' ? headcount - accepted : 0,
    missionState,
    priority: draw.one(['P1', 'P2', 'P2', 'P3', 'P4', 'none', 'none', 'none', 'none']),
    deferredUntil: draw.chance(0.06) ? addDays(TODAY, 4) : null,
    regulatorName: draw.one(REGULATORS),
    note: draw.chance(0.1) ? 'Rappeler la direction après 14 h' : null,
    score: missionState === 'open' ? 10 + draw.below(85) : 0,
    ageDays: draw.below(20),
    daysToStart,
    supplyOwn: draw.below(60),
    supplyOpened: draw.chance(0.3) ? draw.below(25) : 0,
    contacted: draw.below(3),
    proposed: draw.below(4),
    createdAt: `${addDays(TODAY, -9)}T08:12:00.000Z`,
    updatedAt: `${addDays(TODAY, -draw.below(6))}T0${draw.below(10)}:4${draw.below(10)}:00.000Z`,
    hasOpenIntent: flag(0.04),
    hasConflict: flag(0.01),
  };
}
