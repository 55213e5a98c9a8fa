import type { TableRow } from '../../../contract/app/table-query.ts';
import { addDays } from '../../../contract/domain/civil-date.ts';
import type { Draw } from './draw.ts';
import { TODAY } from './invent-missions.ts';
import { FIRST_NAMES, LAST_NAMES, PLACES, PROFESSIONS } from './places.ts';

/** Invented volunteers of one region. */
export function inventCandidates(draw: Draw, count: number): TableRow[] {
  return Array.from({ length: count }, (_, index) => inventCandidate(draw, index));
}

function inventCandidate(draw: Draw, index: number): TableRow {
  const [postalCode, city, departement] = draw.one(PLACES);
  const flag = (share: number) => (draw.chance(share) ? 1 : 0);
  const status = draw.one([
    'DISPONIBLE',
    'DISPONIBLE',
    'DISPONIBLE',
    'EN COURS',
    'CONTACTÉ',
    'AFFECTÉ',
    'INDISPONIBLE',
  ]);
  const startDate = addDays(TODAY, draw.below(20) - 10);
  return {
    id: `c-${index}`,
    number: 6000 + index,
    lastName: `${draw.one(LAST_NAMES)}-${index}`,
    firstName: draw.one(FIRST_NAMES),
    postalCode,
    city,
    departement,
    agency: 6,
    profession: draw.one(PROFESSIONS),
    specialty: null,
    startDate,
    endDate: draw.chance(0.3) ? null : addDays(startDate, 20 + draw.below(60)),
    ehpad: flag(0.4),
    intensiveCare: flag(0.2),
    vehicle: flag(0.7),
    weekdays: flag(0.9),
    weekend: flag(0.5),
    vaccinationHelp: flag(0.3),
    vaccinationExperience: flag(0.2),
    identifierKind: draw.one(['rpps', 'adeli', 'none']),
    identifier: draw.chance(0.6) ? `0000000${index}`.slice(-11) : null,
    mobilisation: draw.one(['local', 'departemental', 'national']),
    status,
    verification: draw.one(['to-verify', 'verified']),
    activityKind: draw.one(['Salarié', 'Retraité', 'Étudiant', 'Libéral']),
    poolKinds: draw.one([1, 2, 4, 12, 16]),
    openProposals: status === 'EN COURS' ? 1 + draw.below(3) : 0,
    engagedHours: status === 'CONTACTÉ' || status === 'EN COURS' ? draw.below(90) : null,
    identityDocument: flag(0.8),
    diploma: flag(0.7),
    hasOpenIntent: flag(0.03),
    hasConflict: 0,
    rank: index + 1,
    rankPoints: 20 + draw.below(90),
    distanceKm: 1 + draw.below(140),
  };
}
