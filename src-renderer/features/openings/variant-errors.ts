/** What keeps a variant from being simulated or opened, in the order of its fields. Pure. */
import type { OpeningVariant } from '../../../contract/app/simulation-shapes.ts';
import { isCivilDate } from '../../../contract/domain/civil-date.ts';
import type { FieldError } from '../../forms/field-error.ts';
import { dayFault } from '../../forms/typed-day.ts';
import { FR_FORMS } from '../../text/fr-forms.ts';
import { FR_SIMULATION } from '../../text/fr-simulation.ts';

const { form: WORDS } = FR_SIMULATION;
export const MOST_PEOPLE = 100_000;

/** @param name of the variant, which tells its fields from those of the others */
export function variantErrors(name: string, variant: OpeningVariant, today: string): readonly FieldError[] {
  const { lenderAgencies, poolKinds, mobilisations, fromDate, untilDate, ceiling } = variant;
  const error = (field: keyof OpeningVariant, label: string, message: string): FieldError => ({
    field: `${name} ${field}`,
    label: `${name}, ${label}`,
    message,
  });
  const areDays = isCivilDate(fromDate) && isCivilDate(untilDate);
  return [
    ...(lenderAgencies?.length === 0 ? [error('lenderAgencies', WORDS.lenders, WORDS.noLender)] : []),
    ...(poolKinds.length === 0 ? [error('poolKinds', WORDS.pools, FR_FORMS.requiredChoice)] : []),
    ...(mobilisations.length === 0 ? [error('mobilisations', WORDS.mobilisations, FR_FORMS.requiredChoice)] : []),
    ...dayErrors(fromDate).map((message) => error('fromDate', WORDS.from, message)),
    ...dayErrors(untilDate).map((message) => error('untilDate', WORDS.until, message)),
    ...(areDays && untilDate < fromDate ? [error('untilDate', WORDS.until, WORDS.endsFirst)] : []),
    ...(areDays && untilDate >= fromDate && untilDate < today
      ? [error('untilDate', WORDS.until, WORDS.endsBeforeToday)]
      : []),
    ...(Number.isInteger(ceiling) && ceiling >= 1 && ceiling <= MOST_PEOPLE
      ? []
      : [error('ceiling', WORDS.ceiling, FR_FORMS.wholeNumber)]),
  ];
}

const dayErrors = (day: string): readonly string[] => [dayFault(day)].filter((fault) => fault !== null);
