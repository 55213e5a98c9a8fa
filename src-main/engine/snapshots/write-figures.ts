/** The lines of the regulation point as a part of its own: what a reader with no software of ours wants first. */
import type { PointRow } from '../../../contract/app/snapshot-contract.ts';
import type { PartColumn } from '../../snapshots/format/manifest.ts';
import type { WrittenPart } from '../../snapshots/format/write-part.ts';
import { createPartWriter } from '../../snapshots/format/write-part.ts';

const PLACE: readonly PartColumn[] = [
  { name: 'agency', type: 'integer', nullable: true },
  { name: 'departement', type: 'text', nullable: false },
  { name: 'profession', type: 'text', nullable: false },
];
const NEEDS = ['missions', 'posts', 'filled', 'remaining', 'urgent'] as const;
const PEOPLE = ['people', 'free', 'proposed', 'contacted', 'assigned'] as const;

const COLUMNS: readonly PartColumn[] = [
  ...PLACE,
  ...NEEDS.map((name): PartColumn => ({ name, type: 'integer', nullable: false })),
  ...PEOPLE.map((name): PartColumn => ({ name, type: 'integer', nullable: true })),
];

/** @param smallest a count of people between 1 and this less one is not written; 0 writes them all */
export async function writeFigures(rows: readonly PointRow[], smallest: number): Promise<WrittenPart> {
  const writer = createPartWriter('figure', COLUMNS);
  const said = (count: number) => (count > 0 && count < smallest ? null : count);
  for (const row of rows) {
    const people = Object.fromEntries(PEOPLE.map((name) => [name, said(row[name])]));
    await writer.add({ ...row, ...people });
  }
  return writer.end();
}
