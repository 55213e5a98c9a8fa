/** A conflict as a person settles it: base, mine, theirs; then keep mine over theirs, or keep theirs (FEATURES D3). */

import type { z } from 'zod';
import type { conflictSchema } from '../../contract/app/sheets.ts';
import { readMirrorFact } from '../store/outbox/fact-version.ts';
import type { OutboxRow } from '../store/outbox/outbox-row.ts';
import { readDecision } from '../store/outbox/read-outbox.ts';
import { DecisionFailure } from './decision-failure.ts';
import type { DeskContext } from './desk-context.ts';
import { placeDecision, withdrawFromChain } from './place-decision.ts';
import { sayField, wantedFields } from './say-fields.ts';

type Conflict = z.infer<typeof conflictSchema>;

function requireConflict({ store }: DeskContext, commandId: string): OutboxRow {
  const row = readDecision(store.statements, commandId);
  if (row === null) throw new DecisionFailure('not-found', "Cette décision n'est pas sur ce poste.");
  if (row.state !== 'conflict')
    throw new DecisionFailure('not-allowed', "Cette décision n'est pas, ou plus, en conflit.");
  return row;
}

/** What three columns show: as it was when the person decided, as they want it, as it is now. */
export function describeConflict(context: DeskContext, commandId: string): Conflict {
  const row = requireConflict(context, commandId);
  const base = JSON.parse(row.base) as Record<string, string | number | null>;
  const mine = wantedFields(row);
  const theirs = readMirrorFact(context.store.statements, row.fact, row.subject).row;
  return {
    commandId,
    title: row.title,
    subjectLabel: row.label,
    author: row.author,
    at: row.authorAt,
    message: row.message ?? "Quelqu'un a agi entre-temps.",
    fields: Object.keys({ ...base, ...mine }).map((name) => ({
      label: sayField(name).label,
      base: sayField(name).say(base[name] ?? null),
      mine: sayField(name).say(mine[name] ?? null),
      theirs: theirs === null ? 'Hors de portée' : sayField(name).say(theirs[name] ?? null),
    })),
  };
}

/** Keeps mine (a new order over theirs, at the version that stands) or theirs (mine is withdrawn). */
export function resolveConflict(context: DeskContext, commandId: string, keep: 'mine' | 'theirs'): void {
  const row = requireConflict(context, commandId);
  const at = new Date(context.clock()).toISOString();
  context.store.transaction('decision', (transaction) => {
    if (keep === 'theirs') {
      withdrawFromChain(transaction, row, { outcome: 'withdrawn', settledAt: at });
      return;
    }
    const { kind, subject, fact, input, batchId, undoes, missionId, candidateId, label, title } = row;
    const standing = readMirrorFact(transaction.statements, fact, subject);
    const names = Object.keys(JSON.parse(row.base) as object);
    const wish = {
      ...{ commandId: context.makeId(), personId: context.person.personId, batchId, origin: 'single' as const },
      ...{ kind, subject, fact, input, version: standing.version, decidedAt: at, undoes, missionId, candidateId },
      ...{
        label,
        title,
        base: JSON.stringify(Object.fromEntries(names.map((name) => [name, standing.row?.[name] ?? null]))),
      },
    };
    placeDecision(transaction, wish, at);
  });
}
