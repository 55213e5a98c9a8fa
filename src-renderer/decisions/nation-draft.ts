/** Decisions on alerts, openings and the Réserve sanitaire, from what the person filled in. Pure. */
import type { NationDecision, NationDecisionKind } from '../../contract/app/nation-decision.ts';
import type { OpeningVariant } from '../../contract/app/simulation-shapes.ts';

const KINDS: Readonly<Record<NationDecisionKind, true>> = {
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

export function isNationKind(kind: string): kind is NationDecisionKind {
  return Object.hasOwn(KINDS, kind);
}

/** A whole number above zero; null when it is not one. */
function countOf(text: string | undefined): number | null {
  const number = Number(text);
  return text !== undefined && text.trim() !== '' && Number.isInteger(number) && number > 0 ? number : null;
}

/** The decision, or null while something that it needs is missing. */
export function nationDecisionOf(
  kind: NationDecisionKind,
  fields: Readonly<Record<string, string>>,
  opening?: OpeningVariant,
): NationDecision | null {
  const reason = fields['reason']?.trim() ?? '';
  const text = fields['text']?.trim() ?? '';
  const day = fields['day'] ?? '';
  switch (kind) {
    case 'comment-alert':
      return text === '' ? null : { kind, text };
    case 'create-opening':
      return opening === undefined || reason === '' ? null : { kind, terms: opening, reason };
    case 'adjust-opening': {
      const ceiling = countOf(fields['ceiling']);
      if (reason === '' || (ceiling === null && day === '')) return null;
      return { kind, ceiling, until: day === '' ? null : day, reason };
    }
    case 'close-opening':
    case 'object-to-opening':
    case 'overrule-objection':
      return reason === '' ? null : { kind, reason };
    case 'agree-to-opening':
      return { kind };
    case 'request-reserve':
      return text === '' ? null : { kind, headcount: countOf(fields['headcount']), message: text };
    case 'record-reserve-answer':
      return text === '' || text.length > 500 ? null : { kind, granted: fields['granted'] !== 'no', message: text };
  }
}
