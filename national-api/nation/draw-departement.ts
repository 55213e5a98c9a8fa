/** Draws départements as their people, and a factor for each agency, say. */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import { agencyOfDepartement } from '../../contract/domain/geography/agency.ts';
import type { DepartementCode } from '../../contract/domain/geography/departement.ts';
import { DEPARTEMENTS } from '../../contract/domain/geography/departement.ts';
import type { Places } from '../../contract/domain/geography/places.ts';
import { createWeightedDraw } from '../../contract/domain/geography/weighted-draw.ts';
import type { Random } from './random.ts';

/** Départements of agencies only; the collectivities that the CCS alone sees are drawn apart. */
export function departementDraw(
  places: Places,
  factor: (agency: AgencyCode) => number,
): (random: Random) => DepartementCode {
  const choices = DEPARTEMENTS.flatMap(({ code }) => {
    const agency = agencyOfDepartement(code);
    return agency === null ? [] : [{ code, weight: places.populationOf(code) * factor(agency.code) }];
  });
  const draw = createWeightedDraw(choices, ({ weight }) => weight);
  return (random) => draw(random.unit()).code;
}
