import type { TableRow } from '../../../contract/app/table-query.ts';
import { formatDay } from '../../text/format.ts';
import { FR } from '../../text/fr.ts';
import { alertLabel, departementLabel, specialtyLabel } from '../../text/labels.ts';
import { CoverBar } from '../../ui/cover-bar.tsx';
import { FactList } from '../../ui/fact-list.tsx';

const REQUIREMENTS = [
  ['ehpad', 'EHPAD'],
  ['intensiveCare', 'Réanimation'],
  ['vehicle', 'Véhicule'],
  ['weekend', 'Weekend'],
  ['vaccinationHelp', 'Aide à la vaccination'],
] as const;

/** What is asked for, where, when, and what the cell decided of it. */
export function NeedFacts({ mission }: { readonly mission: TableRow }) {
  const cell = (name: string) => mission[name] ?? null;
  const known = (name: string) => (cell(name) === null ? null : Number(cell(name)));
  const day = (name: string) => (cell(name) === null ? FR.none : formatDay(String(cell(name))));
  const accepted = Number(cell('accepted') ?? 0);
  const headcount = Number(cell('headcount') ?? 0);
  const asked = REQUIREMENTS.filter(([name]) => Number(cell(name)) === 1).map(([, label]) => label);
  return (
    <FactList
      facts={[
        [
          'Pourvue',
          <CoverBar key="cover" part={accepted} whole={headcount} words={`POURVUE ${accepted}/${headcount}`} />,
        ],
        ['Dates', FR.missions.from(day('startDate'), day('endDate'))],
        ['Spécialité', specialtyLabel(cell('specialty'))],
        [FR.missions.requirements, asked.length === 0 ? FR.missions.noRequirement : asked.join(', ')],
        ['Département', departementLabel(cell('departement'))],
        ['Offre', FR.missions.supply(known('supplyOwn'), known('supplyOpened'), Number(cell('contacted')))],
        ['Alerte', alertLabel(cell('alert'))],
        ['Différée au', day('deferredUntil')],
        ['Régulateur', cell('regulatorName') ?? FR.none],
        ['Note', cell('note') ?? FR.none],
      ]}
    />
  );
}
