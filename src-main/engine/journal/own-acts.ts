/** The acts of this workstation that the journal does not hold yet, or that it never will: always there, also offline. */
import { MOST_OWN_ACTS } from '../../../contract/app/journal-columns.ts';
import { wantedFields } from '../../commands/say-fields.ts';
import type { OutboxRow } from '../../store/outbox/outbox-row.ts';
import { listDecisions } from '../../store/outbox/read-outbox.ts';
import type { Store } from '../../store/store.ts';
import type { Words } from './change-words.ts';
import type { JournalEntry } from './journal-entry.ts';

export interface Author {
  readonly name: string | null;
  readonly role: string;
  readonly agency: number | null;
}

/** The kind of subject that the service would write. */
const SUBJECT_KINDS: Readonly<Record<string, string>> = {
  ...{ priority: 'mission', deferral: 'mission', note: 'mission', regulator: 'mission', life: 'mission' },
  ...{ alert: 'alert', proposal: 'proposal', verification: 'candidate', availability: 'candidate' },
  ...{ crisis: 'crisisMode', grant: 'directAccess', opening: 'opening', reserve: 'reserveRequest' },
  ...{ arbitration: 'arbitration', request: 'accountRequest' },
};

function readWords(json: string): Words {
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Words) : null;
}

const reasonOf = (input: Words): string | null => (typeof input?.['reason'] === 'string' ? input['reason'] : null);

export function entryOfAct(row: OutboxRow, { name, role, agency }: Author): JournalEntry {
  const { commandId, batchId, kind, fact, subject, origin, state, decidedAt, settledAt, title, label, message } = row;
  return {
    ...{ id: `c:${commandId}`, number: null, at: null, decidedAt, actorName: name, role, agency, kind },
    ...{ subjectKind: SUBJECT_KINDS[fact] ?? fact, subjectId: subject, origin, state, commandId, batchId },
    ...{ before: readWords(row.base), after: wantedFields(row), reason: reasonOf(readWords(row.input)) },
    ...{ title, label, message, settledAt, proved: null },
  };
}

/** The newest acts of this base, newest first. */
export function readOwnEntries({ statements }: Pick<Store, 'statements'>, author: Author): readonly JournalEntry[] {
  return listDecisions(statements, 'all', 0, MOST_OWN_ACTS).rows.map((row) => entryOfAct(row, author));
}
