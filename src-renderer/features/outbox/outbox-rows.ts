/** The person's decisions as rows of a table. */
import type { z } from 'zod';
import type { outboxLineSchema } from '../../../contract/app/sheets.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import type { DeskClient } from '../../data/desk-client.ts';
import type { RowList } from '../../tables/page-of-rows.ts';

export type OutboxLine = z.infer<typeof outboxLineSchema>;
export type OutboxOnly = 'open' | 'settled' | 'all';

/** Newest decisions that the window holds at once; older ones are the journal's. */
export const MOST_LINES = 2_000;
const PAGE = 200;

export interface OutboxLines {
  readonly lines: readonly OutboxLine[];
  /** How many there are, those not held included. */
  readonly total: number;
}

/** Page after page, up to the most that a window holds. */
export async function readOutbox(client: DeskClient, only: OutboxOnly): Promise<OutboxLines> {
  const lines: OutboxLine[] = [];
  for (;;) {
    const page = await client.outbox.list({ only, offset: lines.length, limit: PAGE });
    lines.push(...page.lines);
    if (page.lines.length === 0 || lines.length >= Math.min(page.total, MOST_LINES)) {
      return { lines: lines.slice(0, MOST_LINES), total: page.total };
    }
  }
}

export function outboxRow(line: OutboxLine): TableRow {
  const { commandId, title, subjectLabel, subjectKind, state, createdAt, settledAt, message, nextTryAt } = line;
  return {
    ...{ id: commandId, title, subjectLabel, subjectKind, state, createdAt, settledAt, message, nextTryAt },
    author: line.author,
    outOfScope: line.outOfScope ? 1 : 0,
  };
}

export function outboxRows({ lines }: OutboxLines): RowList {
  return { revision: 0, rows: lines.map(outboxRow), complete: true };
}

export function countState(lines: readonly OutboxLine[], ...states: readonly OutboxLine['state'][]): number {
  return lines.filter(({ state }) => states.includes(state)).length;
}

/** Those of the chosen decisions that are in this state, whose gesture they allow. */
export function chosenIn(
  lines: readonly OutboxLine[],
  chosen: ReadonlySet<string>,
  state: OutboxLine['state'],
): readonly string[] {
  return lines.filter((line) => line.state === state && chosen.has(line.commandId)).map(({ commandId }) => commandId);
}

/** The window on which a subject is looked at; null for what no window shows by itself. */
export function subjectOf(line: OutboxLine): { readonly kind: 'mission' | 'candidate'; readonly id: string } | null {
  if (line.subjectKind === 'mission' || line.subjectKind === 'candidate') {
    return { kind: line.subjectKind, id: line.subjectId };
  }
  return null;
}
