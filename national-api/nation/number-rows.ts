/** Feed entries of the drawn rows: numbered in the order in which they last changed, as if they had come one by one. */
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { ROW_KIND_NAMES } from '../../contract/national/rows/row-kinds.ts';
import type { Tables } from '../database/tables.ts';
import { audienceOf } from '../kernel/audience.ts';
import type { NationDraft } from './nation-draft.ts';

export function numberRows({ rows }: NationDraft, from: number): Tables['feed'][] {
  const entries = ROW_KIND_NAMES.flatMap((kind: RowKind) =>
    rows[kind].map((row) => ({ kind, id: row.id, at: row.updatedAt, audience: audienceOf(kind, row as never) })),
  );
  entries.sort((left, right) => {
    if (left.at !== right.at) return left.at < right.at ? -1 : 1;
    return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
  });
  return entries.map(({ kind, id, audience }, index) => ({ kind, id, number: from + index + 1, audience }));
}
