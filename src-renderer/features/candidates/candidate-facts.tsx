import type { TableRow } from '../../../contract/app/table-query.ts';
import { formatDay, formatDecimal, formatHours } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import {
  agencyLabel,
  departementLabel,
  identifierKindLabel,
  mobilisationLabel,
  professionLabel,
  specialtyLabel,
} from '../../text/labels.ts';
import { FactList } from '../../ui/fact-list.tsx';

const CONDITIONS = [
  ['weekdays', 'Semaine'],
  ['weekend', 'Weekend'],
  ['vehicle', 'Véhicule'],
  ['vaccinationHelp', 'Aide à la vaccination'],
] as const;
const EXPERIENCES = [
  ['ehpad', 'EHPAD'],
  ['intensiveCare', 'Réanimation'],
  ['vaccinationExperience', 'Vaccination'],
] as const;
const DOCUMENTS = [
  ['identityDocument', FR.candidates.identity],
  ['diploma', FR.candidates.diploma],
] as const;

/** The record's fields (F68-F72): availability, place, skills, identifier, documents; never the contact details. */
export function CandidateFacts({ candidate }: { readonly candidate: TableRow }) {
  const cell = (name: string) => candidate[name] ?? null;
  const day = (name: string) => (cell(name) === null ? null : String(cell(name)));
  const held = (names: readonly (readonly [string, string])[], none: string) => {
    const labels = names.filter(([name]) => Number(cell(name)) === 1).map(([, label]) => label);
    return labels.length === 0 ? none : labels.join(', ');
  };
  const until = day('endDate');
  const distance = cell('distanceKm');
  return (
    <FactList
      facts={[
        ['Profession', professionLabel(cell('profession'))],
        ['Spécialité', specialtyLabel(cell('specialty'))],
        [
          FR.candidates.availability,
          until === null
            ? `à partir du ${formatDay(day('startDate'))}, ${FR.candidates.openEnd}`
            : FR.missions.from(formatDay(day('startDate')), formatDay(until)),
        ],
        ['Accepte', held(CONDITIONS, FR.none)],
        [FR.candidates.skills, held(EXPERIENCES, FR.none)],
        ['Mobilisation', mobilisationLabel(cell('mobilisation'))],
        ['Ville', `${cell('postalCode') ?? ''} ${cell('city') ?? ''}`],
        ['Département', departementLabel(cell('departement'))],
        ['ARS', agencyLabel(cell('agency'))],
        ...(typeof distance === 'number' ? [['Distance', `${formatDecimal(distance)} km`] as const] : []),
        ['Identifiant', identifierOf(cell('identifierKind'), cell('identifier'))],
        ['Activité', cell('activityKind') ?? FR.none],
        [FR.candidates.documents, held(DOCUMENTS, FR.candidates.noDocument)],
        ...(typeof cell('engagedHours') === 'number'
          ? [['Engagée depuis', formatHours(Number(cell('engagedHours')))] as const]
          : []),
      ]}
    />
  );
}

function identifierOf(kind: TableRow[string], identifier: TableRow[string]): string {
  return identifier === null ? identifierKindLabel(kind) : `${identifierKindLabel(kind)} ${identifier}`;
}
