/** Every case by name, with what stands in the table. */
import type { BenchCase } from './bench-case.ts';
import { arbitration, openingSimulation } from './cases/arbitration.ts';
import { arbitrationSolver } from './cases/arbitration-solver.ts';
import { board } from './cases/board.ts';
import { bulkDecision } from './cases/bulk-decision.ts';
import { commandsByThousand, commandsOneByOne } from './cases/commands.ts';
import { engineMatching } from './cases/engine-matching.ts';
import { engineMemory } from './cases/engine-memory.ts';
import { engineTables } from './cases/engine-tables.ts';
import { firstSyncBySnapshot, firstSyncByStream } from './cases/first-sync.ts';
import { generation } from './cases/generation.ts';
import { map } from './cases/map.ts';
import { pullChanges } from './cases/pull-changes.ts';
import { rawFloor } from './cases/raw-floor.ts';
import { snapshotBuilt, snapshotOpened } from './cases/snapshot.ts';
import { snapshots } from './cases/snapshots.ts';
import { streamGiven, streamTaken } from './cases/stream.ts';
import { paletteSearch, windowsOfDesk } from './cases/windows.ts';

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
  'first-sync-stream': { label: 'Première synchronisation, flux', run: firstSyncByStream, onEachDatabase: false },
  'first-sync-snapshot': {
    label: 'Première synchronisation, instantané',
    run: firstSyncBySnapshot,
    onEachDatabase: false,
  },
  'pull-changes': { label: 'Relève de 1 000 changements', run: pullChanges, onEachDatabase: true },
  'commands-1': { label: 'Décisions une à une', run: commandsOneByOne, onEachDatabase: true },
  'bulk-decision': { label: 'Une décision sur 1 000 missions', run: bulkDecision, onEachDatabase: false },
  'commands-1000': { label: 'Décisions par lots de 1 000', run: commandsByThousand, onEachDatabase: true },
  'engine-tables': { label: 'Moteur : image, pages, facettes', run: engineTables, onEachDatabase: false },
  'engine-matching': { label: 'Moteur : appariement, viviers', run: engineMatching, onEachDatabase: false },
  board: { label: 'Tableau des priorités, 20 000 missions', run: board, onEachDatabase: false },
  map: { label: 'Carte : filtre → regroupements', run: map, onEachDatabase: false },
  snapshots: { label: 'Instantanés exportés, ouverts, comparés', run: snapshots, onEachDatabase: false },
  'arbitration-solver': { label: 'Arbitrage : solveur exact', run: arbitrationSolver, onEachDatabase: false },
  arbitration: { label: 'Arbitrage : plans entiers', run: arbitration, onEachDatabase: false },
  'opening-simulation': { label: 'Ouverture simulée', run: openingSimulation, onEachDatabase: false },
  'engine-memory': { label: 'Moteur : mémoire', run: engineMemory, onEachDatabase: false },
  'palette-search': { label: 'Palette : nom, mission, établissement', run: paletteSearch, onEachDatabase: false },
  'windows-of-desk': { label: 'Fenêtres : démarrage, ouverture, sélection', run: windowsOfDesk, onEachDatabase: false },
} as const satisfies Readonly<Record<string, CaseEntry>>;

export type CaseName = keyof typeof CASES;
export const CASE_NAMES = Object.keys(CASES) as readonly CaseName[];
