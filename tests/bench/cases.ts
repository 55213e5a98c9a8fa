/** Every case by name, with what stands in the table. */
import type { BenchCase } from './bench-case.ts';
import { commandsByThousand, commandsOneByOne } from './cases/commands.ts';
import { generation } from './cases/generation.ts';
import { pullChanges } from './cases/pull-changes.ts';
import { rawFloor } from './cases/raw-floor.ts';
import { snapshotBuilt, snapshotOpened } from './cases/snapshot.ts';
import { streamGiven, streamTaken } from './cases/stream.ts';

export interface CaseEntry {
  readonly label: string;
  readonly run: BenchCase;
  /** Does the database behind it matter? What happens on the workstation is measured once. */
  readonly onEachDatabase: boolean;
}

export const CASES = {
  generation: { label: 'Génération de la nation', run: generation, onEachDatabase: true },
  'raw-floor': { label: 'Plancher : insertion préparée + index', run: rawFloor, onEachDatabase: false },
  'stream-given': { label: 'Flux, côté service', run: streamGiven, onEachDatabase: true },
  'stream-taken': { label: 'Flux, côté poste', run: streamTaken, onEachDatabase: false },
  'snapshot-built': { label: 'Instantané, construction', run: snapshotBuilt, onEachDatabase: true },
  'snapshot-opened': { label: 'Instantané, ouverture au poste', run: snapshotOpened, onEachDatabase: false },
  'pull-changes': { label: 'Relève de 1 000 changements', run: pullChanges, onEachDatabase: true },
  'commands-1': { label: 'Décisions une à une', run: commandsOneByOne, onEachDatabase: true },
  'commands-1000': { label: 'Décisions par lots de 1 000', run: commandsByThousand, onEachDatabase: true },
} as const satisfies Readonly<Record<string, CaseEntry>>;

export type CaseName = keyof typeof CASES;
export const CASE_NAMES = Object.keys(CASES) as readonly CaseName[];
