/** Who moved a priority between two snapshots, in order, where the later one holds the journal (docs/snapshot-format.md §4.1). Pure. */
import { cellText } from './cell-text.ts';
import type { RowsById } from './snapshot-rows.ts';

const SETS_PRIORITY = 'mission.set-priority';

/**
 * @param since when the earlier snapshot was taken
 * @returns by mission: « Agent 3F2A9C, puis Agent 77AA11 »; nothing where the journal says nothing
 */
export function priorityAuthors(journal: RowsById, since: string): ReadonlyMap<string, string> {
  const moves = [...journal.values()]
    .filter((line) => line['kind'] === SETS_PRIORITY && String(line['at']) > since)
    .sort((left, right) => Number(left['number']) - Number(right['number']));
  const authors = new Map<string, string[]>();
  for (const line of moves) {
    const [mission, name] = [cellText(line, 'subjectId'), cellText(line, 'byName')];
    if (mission === null || name === null) continue;
    const known = authors.get(mission) ?? [];
    authors.set(mission, known);
    if (known.at(-1) !== name) known.push(name);
  }
  return new Map([...authors].map(([mission, names]) => [mission, names.join(', puis ')]));
}
