/** A decision being made: what is known of it so far. Pure. */
import type { Decision, DecisionKind } from '../../contract/app/decision.ts';
import type { OpeningVariant } from '../../contract/app/simulation-shapes.ts';
import { isCivilDate } from '../../contract/domain/civil-date.ts';
import { CLOSING_REASONS } from '../../contract/domain/mission.ts';
import { PRIORITIES } from '../../contract/domain/priority.ts';
import { RELEASE_REASONS } from '../../contract/domain/proposal-reason.ts';
import { accountDecisionOf, isAccountKind } from './account-draft.ts';
import { isNationKind, nationDecisionOf } from './nation-draft.ts';

/** Fields as the person fills them in; text for every one, empty when not yet given. */
export interface DecisionDraft {
  readonly kind: DecisionKind;
  readonly fields: Readonly<Record<string, string>>;
  /** Named by the decision itself: missions to propose to, the agency, the grant. */
  readonly missionIds?: readonly string[];
  readonly agency?: number;
  /** Lines of the crisis window that switch together. */
  readonly lines?: readonly { readonly agency: number; readonly profession: string | null }[];
  /** Terms filled in on their own screen: an opening. */
  readonly opening?: OpeningVariant;
}

const ALERT_EVENTS = ['raise', 'take', 'answer', 'decline', 'lift'] as const;

/** What is done to an alert: raised, unless the draft says otherwise. */
export function alertEventOf({ fields }: DecisionDraft): (typeof ALERT_EVENTS)[number] {
  return among(ALERT_EVENTS, fields['event']) ?? 'raise';
}

export function draftOf(kind: DecisionKind, fields: Readonly<Record<string, string>> = {}): DecisionDraft {
  return { kind, fields };
}

const or = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim());
const among = <Value extends string>(values: readonly Value[], text: string | undefined): Value | null =>
  values.find((value) => value === text) ?? null;

/** The decision, or null while something that it needs is missing. The reason is asked by the preview, when it must be. */
export function decisionOf({
  kind,
  fields,
  missionIds = [],
  agency,
  lines = [],
  opening,
}: DecisionDraft): Decision | null {
  if (isAccountKind(kind)) return accountDecisionOf(kind, fields);
  if (isNationKind(kind)) return nationDecisionOf(kind, fields, opening);
  const reason = or(fields['reason']);
  const day = isCivilDate(fields['day'] ?? '') ? (fields['day'] ?? null) : null;
  switch (kind) {
    case 'set-priority': {
      const priority = among(PRIORITIES, fields['priority']);
      return priority === null ? null : { kind, priority, reason };
    }
    case 'defer':
      return day === null && fields['clear'] !== 'yes'
        ? null
        : { kind, until: fields['clear'] === 'yes' ? null : day, reason };
    case 'note':
      return { kind, text: or(fields['text']) };
    case 'assign-regulator':
      return fields['regulator'] === undefined || fields['regulator'] === ''
        ? null
        : { kind, regulatorId: or(fields['regulator']) };
    case 'close-mission': {
      const closing = among(CLOSING_REASONS, fields['closing']);
      return closing === null ? null : { kind, closing, comment: reason };
    }
    case 'reopen-mission':
      return { kind, reason };
    case 'alert': {
      const event = among(ALERT_EVENTS, fields['event'] ?? 'raise');
      const text = fields['text']?.trim() ?? '';
      // Those who read an alert need words; taking it says enough.
      return event === null || (text === '' && event !== 'take') ? null : { kind, event, text };
    }
    case 'propose':
      return missionIds.length === 0 ? null : { kind, missionIds: [...missionIds], reason };
    case 'assign-on-behalf':
      return missionIds[0] === undefined ? null : { kind, missionId: missionIds[0], reason };
    case 'verify':
      return { kind, verified: fields['verified'] !== 'no', reason };
    case 'set-availability':
      return { kind, available: fields['available'] === 'yes', reason };
    case 'withdraw-proposal':
      return { kind, reason };
    case 'release': {
      const release = among(RELEASE_REASONS, fields['release']);
      return release === null ? null : { kind, release, comment: reason };
    }
    case 'remind':
    case 'propose-best':
      return { kind };
    case 'switch-crisis-mode':
      if (agency === undefined || reason === null) return null;
      return {
        kind,
        agency,
        profession: or(fields['profession']),
        active: fields['active'] === 'yes',
        recallContacts: fields['recall'] === 'yes',
        reason,
      };
    case 'switch-crisis-modes':
      if (lines.length === 0 || reason === null) return null;
      return {
        kind,
        lines: [...lines],
        active: fields['active'] === 'yes',
        recallContacts: fields['recall'] === 'yes',
        reason,
      };
    case 'grant-direct-access': {
      const establishmentId = or(fields['establishment']);
      const missionId = or(fields['mission']);
      if (agency === undefined || reason === null || day === null) return null;
      if ((establishmentId === null) === (missionId === null)) return null;
      return { kind, agency, establishmentId, missionId, until: day, reason };
    }
    case 'revoke-direct-access':
      return reason === null || or(fields['grant']) === null ? null : { kind, grantId: fields['grant'] ?? '', reason };
    case 'end-early':
    case 'cancel-assignment': {
      const end = among(['withdrawal', 'absence', 'error'] as const, fields['end']);
      if (end === null) return null;
      if (kind === 'cancel-assignment') return { kind, end, comment: reason };
      return day === null ? null : { kind, on: day, end, comment: reason };
    }
  }
}

const OWN_REASON: ReadonlySet<DecisionKind> = new Set([
  'switch-crisis-mode',
  'switch-crisis-modes',
  'grant-direct-access',
  'revoke-direct-access',
]);

/** Decisions that already ask their reason in the form: the preview's own field would double it. */
export function hasOwnReason(kind: DecisionKind): boolean {
  return OWN_REASON.has(kind) || isNationKind(kind) || isAccountKind(kind);
}
