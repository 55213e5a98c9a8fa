/**
 * The lines of the service's journal as a snapshot holds them (docs/snapshot-format.md §4.1): whole with what proves the chain
 * when it is nominative; without free text, without a person, and by the day where a person is the subject when it is not.
 */
import { CLOSING_REASON_LABELS } from '../../../contract/domain/mission.ts';
import {
  EARLY_END_REASON_LABELS,
  LAPSE_REASON_LABELS,
  REFUSAL_REASON_LABELS,
  RELEASE_REASON_LABELS,
} from '../../../contract/domain/proposal-reason.ts';
import type { JournalLineView } from '../../../contract/national/views/journal-views.ts';
import type { PartColumn } from '../format/manifest.ts';
import type { AnyRow } from './hide-row.ts';
import { dayOf } from './hide-row.ts';
import type { Pseudonyms } from './pseudonyms.ts';

const text = (name: string, nullable = false): PartColumn => ({ name, type: 'text', nullable });
const integer = (name: string, nullable = false): PartColumn => ({ name, type: 'integer', nullable });

/** Columns of both; `origin` tells this part from that of files made before. */
const SHARED: readonly PartColumn[] = [
  ...[integer('number'), text('at'), text('byId', true), text('byName', true), text('role'), integer('agency', true)],
  ...[text('kind'), text('subjectKind'), text('subjectId', true), text('origin'), text('decidedAt', true)],
  ...[text('reason', true), text('before', true), text('after', true)],
];
/** What proves a line: only where nothing of it was hidden. */
const PROVING: readonly PartColumn[] = [
  ...[text('commandId', true), text('batchId', true), integer('subjectAgency', true)],
  ...[text('valueHash'), text('salt', true), text('previousHash'), text('hash')],
];

export const journalColumns = (nominative: boolean): readonly PartColumn[] =>
  nominative ? [...SHARED, ...PROVING] : SHARED;

/** A cell holds no more; a line whose words are longer keeps its hashes, and its words as if they were erased. */
const MOST_CHARACTERS = 20_000;
type Words = JournalLineView['before'];

const storedText = (value: Words): string | null => (value === null ? null : JSON.stringify(value));

export function nominativeLine(line: JournalLineView): AnyRow {
  const { actorId, actorName, before, after, reason, salt, ...rest } = line;
  const words = { byName: actorName, reason, before: storedText(before), after: storedText(after), salt };
  const isTooLong = Object.values(words).some((value) => (value?.length ?? 0) > MOST_CHARACTERS);
  const kept = isTooLong ? { byName: actorName, reason: null, before: null, after: null, salt: null } : words;
  return { ...rest, ...kept, byId: actorId };
}

/** Values of closed lists, numbers and days about missions, modes and openings: nobody's own words. */
const TELLING: ReadonlySet<string> = new Set([
  ...['priority', 'deferredUntil', 'state', 'closingReason', 'headcount', 'profession', 'professions', 'startDate'],
  ...['endDate', 'ehpad', 'intensiveCare', 'vehicle', 'weekend', 'vaccinationHelp', 'active', 'recallContacts'],
  ...[
    'ceiling',
    'used',
    'assigned',
    'fromDate',
    'untilDate',
    'receiverAgency',
    'lender',
    'agreements',
    'mobilisations',
  ],
]);
const TELLING_OF_PEOPLE: ReadonlySet<string> = new Set(['verification', 'availability', 'state']);
const PEOPLE: ReadonlySet<string> = new Set(['candidate', 'proposal']);
const REASONS: ReadonlySet<string> = new Set(
  [
    ...[CLOSING_REASON_LABELS, REFUSAL_REASON_LABELS, RELEASE_REASON_LABELS],
    ...[EARLY_END_REASON_LABELS, LAPSE_REASON_LABELS],
  ].flatMap((labels) => Object.keys(labels)),
);
/** Identifiers of missions, modes, grants and openings are no person's. */
const PUBLIC: ReadonlySet<string> = new Set(['mission', 'alert', 'crisisMode', 'directAccess', 'opening', 'pool']);

function telling(value: Words, names: ReadonlySet<string>): string | null {
  if (value === null) return null;
  const kept = Object.entries(value).filter(([name]) => names.has(name));
  const told = JSON.stringify(Object.fromEntries(kept));
  return kept.length === 0 || told.length > MOST_CHARACTERS ? null : told;
}

function subjectOf({ number, subjectKind, subjectId }: JournalLineView, pseudonyms: Pseudonyms): string | null {
  if (PUBLIC.has(subjectKind)) return subjectId;
  if (subjectKind === 'proposal') return pseudonyms.proposal(subjectId);
  return subjectKind === 'candidate' ? pseudonyms.personOfLine(number) : null;
}

/** Candidates who act are people of the file; the others are agents of the series. */
function authorOf({ role, actorId, actorName }: JournalLineView, pseudonyms: Pseudonyms) {
  if (role === 'system') return { byId: null, byName: actorName };
  if (role === 'candidate' || actorName === null) return { byId: null, byName: null };
  return { byId: pseudonyms.person(actorId), byName: pseudonyms.agent(actorName) };
}

/** @param rank place of the line in the file: its own number would say the same line in another series */
export function pseudonymisedLine(line: JournalLineView, rank: number, pseudonyms: Pseudonyms): AnyRow {
  const { at, decidedAt, role, agency, kind, subjectKind, origin, reason, before, after } = line;
  const isOfPerson = PEOPLE.has(subjectKind);
  const names = isOfPerson ? TELLING_OF_PEOPLE : TELLING;
  const instants = isOfPerson ? { at: dayOf(at) ?? at, decidedAt: null } : { at, decidedAt };
  return {
    ...{ number: rank, ...instants, role, agency, kind, subjectKind, origin },
    ...authorOf(line, pseudonyms),
    subjectId: subjectOf(line, pseudonyms),
    reason: reason !== null && REASONS.has(reason) ? reason : null,
    before: telling(before, names),
    after: telling(after, names),
  };
}

const groupOf = ({ kind, agency, at }: JournalLineView): string => `${kind} ${agency} ${at.slice(0, 10)}`;

/**
 * Lines about a volunteer are kept in groups of the same act, region and day that bear on enough people; the others are
 * left out, for the day and the region of an act would tell whom it was about.
 */
export function withoutSmallGroups(lines: readonly JournalLineView[], smallest: number): readonly JournalLineView[] {
  const people = new Map<string, Set<string>>();
  for (const line of lines) {
    if (line.subjectKind !== 'candidate') continue;
    const group = people.get(groupOf(line)) ?? new Set<string>();
    people.set(groupOf(line), group.add(line.subjectId));
  }
  return lines.filter((line) => line.subjectKind !== 'candidate' || (people.get(groupOf(line))?.size ?? 0) >= smallest);
}
