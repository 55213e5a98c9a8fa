/** Decisions on alerts, openings, the Réserve sanitaire and plans, from what the person filled in. Pure. */
import type { Decision } from '../../contract/app/decision.ts';
import type { NationDecision, NationDecisionKind } from '../../contract/app/nation-decision.ts';
import type { OpeningVariant } from '../../contract/app/simulation-shapes.ts';
import { isCivilDate } from '../../contract/domain/civil-date.ts';

/** The rows of a plan are decided like the rest of the national desk's. */
export type NationDraftKind = NationDecisionKind | 'commit-plan';

const KINDS: Readonly<Record<NationDraftKind, true>> = {
  'commit-plan': true,
  'comment-alert': true,
  'create-opening': true,
  'adjust-opening': true,
  'close-opening': true,
  'agree-to-opening': true,
  'object-to-opening': true,
  'overrule-objection': true,
  'request-reserve': true,
  'record-reserve-answer': true,
};

export function isNationKind(kind: string): kind is NationDraftKind {
  return Object.hasOwn(KINDS, kind);
}

/** A whole number above zero; null when it is not one. */
export function countOf(text: string | undefined): number | null {
  const number = Number(text);
  return text !== undefined && text.trim() !== '' && Number.isInteger(number) && number > 0 ? number : null;
}

const isFilled = (text: string | undefined) => (text ?? '').trim() !== '';

/** The decision, or null while something that it needs is missing. */
export function nationDecisionOf(
  kind: NationDraftKind,
  fields: Readonly<Record<string, string>>,
  opening?: OpeningVariant,
): NationDecision | Extract<Decision, { kind: 'commit-plan' }> | null {
  const reason = fields['reason']?.trim() ?? '';
  const text = fields['text']?.trim() ?? '';
  const day = fields['day'] ?? '';
  switch (kind) {
    case 'commit-plan':
      return fields['plan'] === undefined
        ? null
        : { kind, planId: fields['plan'], reason: reason === '' ? null : reason };
    case 'comment-alert':
      return text === '' ? null : { kind, text };
    case 'create-opening':
      return opening === undefined || reason === '' ? null : { kind, terms: opening, reason };
    case 'adjust-opening': {
      const ceiling = countOf(fields['ceiling']);
      if (ceiling === null && isFilled(fields['ceiling'])) return null;
      if (reason === '' || (ceiling === null && day === '') || (day !== '' && !isCivilDate(day))) return null;
      return { kind, ceiling, until: day === '' ? null : day, reason };
    }
    case 'close-opening':
    case 'object-to-opening':
    case 'overrule-objection':
      return reason === '' ? null : { kind, reason };
    case 'agree-to-opening':
      return { kind };
    case 'request-reserve':
      return text === '' || (isFilled(fields['headcount']) && countOf(fields['headcount']) === null)
        ? null
        : { kind, headcount: countOf(fields['headcount']), message: text };
    case 'record-reserve-answer':
      return text === '' || text.length > 500 ? null : { kind, granted: fields['granted'] !== 'no', message: text };
  }
}
