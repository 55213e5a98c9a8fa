/** What a decision still asks of the person, field by field. Pure; empty exactly when there is a decision to preview. */
import type { FieldError } from '../forms/field-error.ts';
import { dayFault } from '../forms/typed-day.ts';
import { FR } from '../text/fr.ts';
import { FR_FORMS } from '../text/fr-forms.ts';
import { FR_NATION } from '../text/fr-nation.ts';
import type { DecisionDraft } from './decision-draft.ts';
import { alertEventOf } from './decision-draft.ts';
import { countOf } from './nation-draft.ts';

type Fields = DecisionDraft['fields'];
type Need = (fields: Fields) => readonly FieldError[];

const { decision: WORDS } = FR;
const { decision: NATION } = FR_NATION;
const isFilled = (fields: Fields, name: string) => (fields[name] ?? '').trim() !== '';

const written =
  (field: string, label: string, message: string = FR_FORMS.required): Need =>
  (fields) =>
    isFilled(fields, field) ? [] : [{ field, label, message }];
const chosen = (field: string, label: string): Need => written(field, label, FR_FORMS.requiredChoice);
const day =
  (label: string): Need =>
  (fields) => {
    const message = dayFault(fields['day'] ?? '');
    return message === null ? [] : [{ field: 'day', label, message }];
  };
/** A day that may be left out. */
const anyDay =
  (label: string): Need =>
  (fields) =>
    isFilled(fields, 'day') ? day(label)(fields) : [];
const count =
  (field: string, label: string): Need =>
  (fields) =>
    isFilled(fields, field) && countOf(fields[field]) === null ? [{ field, label, message: FR_FORMS.wholeNumber }] : [];
const all =
  (...needs: readonly Need[]): Need =>
  (fields) =>
    needs.flatMap((need) => need(fields));

const reason = written('reason', WORDS.reason);
/** Its ceiling, its last day, or both. */
const adjusted: Need = (fields) =>
  isFilled(fields, 'ceiling') || isFilled(fields, 'day')
    ? []
    : [{ field: 'ceiling', label: NATION.ceiling, message: FR_FORMS.eitherOf(NATION.ceiling, NATION.lastDay) }];

const NEEDS: Readonly<Partial<Record<DecisionDraft['kind'], Need>>> = {
  alert: (fields) => {
    const event = alertEventOf({ kind: 'alert', fields });
    return event === 'take' ? [] : written('text', NATION.alertText[event])(fields);
  },
  'set-priority': chosen('priority', WORDS.priority),
  defer: (fields) => (fields['clear'] === 'yes' ? [] : day(WORDS.until)(fields)),
  'assign-regulator': (fields) =>
    fields['regulator'] === undefined || fields['regulator'] === ''
      ? [{ field: 'regulator', label: WORDS.regulator, message: FR_FORMS.requiredChoice }]
      : [],
  'close-mission': chosen('closing', WORDS.closing),
  release: chosen('release', WORDS.release),
  'end-early': all(day(WORDS.endedOn), chosen('end', WORDS.reason)),
  'cancel-assignment': chosen('end', WORDS.reason),
  'switch-crisis-mode': reason,
  'switch-crisis-modes': reason,
  'grant-direct-access': all(day(WORDS.until), reason),
  'revoke-direct-access': reason,
  'comment-alert': written('text', NATION.comment),
  'create-opening': reason,
  'close-opening': reason,
  'object-to-opening': reason,
  'overrule-objection': reason,
  'adjust-opening': all(adjusted, count('ceiling', NATION.ceiling), anyDay(NATION.lastDay), reason),
  'request-reserve': all(count('headcount', NATION.headcount), written('text', NATION.reserveMessage)),
  'record-reserve-answer': written('text', NATION.answerText),
};

export function draftErrors({ kind, fields }: DecisionDraft): readonly FieldError[] {
  return NEEDS[kind]?.(fields) ?? [];
}

/** Is the field marked as one that must be filled in? */
export function isNeeded(kind: DecisionDraft['kind'], field: string): boolean {
  return draftErrors({ kind, fields: {} }).some((error) => error.field === field);
}
