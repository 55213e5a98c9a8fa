/** A true service for a few workstations, in this process: one fresh database, few subjects, a clock that ticks. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../../../contract/national/commands/command.ts';
import type { Verdict } from '../../../contract/national/commands/verdict.ts';
import type { Principal } from '../../../contract/national/principal.ts';
import type { Database } from '../../../national-api/database/database.ts';
import type { BulkLine } from '../../../national-api/feed/bulk.ts';
import type { Ground } from '../../../national-api/kernel/ground.ts';
import { placeHouse, placeMission, placePerson, placeRegulator } from '../races/place-rows.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { ServiceCode } from '../service/load-service.ts';
import { quickFolder } from './quick-folder.ts';

export const STAGE_START = Date.UTC(2020, 10, 15, 8);
export const AGENCY = 6;
/** Where a mission goes when it leaves the sight of everybody here. */
const ELSEWHERE = 11;

export interface ClientStage {
  readonly code: ServiceCode;
  readonly bulk: typeof import('../../../national-api/feed/bulk.ts');
  readonly ground: Ground;
  readonly database: Database;
  readonly missions: readonly string[];
  readonly candidates: readonly string[];
  readonly establishmentId: string;
  clock(): number;
  advance(milliseconds: number): void;
  makeId(): string;
  send(actor: Principal, commands: readonly Command[]): Promise<Verdict[]>;
  /** A mission goes to another region: a tombstone for everybody here. */
  sendAway(missionId: string): Promise<void>;
  /** Everything that a person's scope holds, asked afresh. */
  freshScope(person: Principal): Promise<ReadonlyMap<string, { number: number; row: Record<string, unknown> }>>;
  dispose(): Promise<void>;
}

function person(personId: string, patch: Partial<Principal>): Principal {
  return {
    personId,
    displayName: `Régulation ${personId}`,
    role: 'ars-regulator',
    agency: AGENCY,
    departements: null,
    establishments: [],
    candidateId: null,
    validUntil: null,
    ...patch,
  };
}

export const regulator = (index: number): Principal => person(`regulator-${index}`, {});
export const requester = (establishmentId: string): Principal =>
  person('requester', { role: 'establishment', agency: null, establishments: [establishmentId] });

function readChunks(lines: readonly BulkLine[]) {
  const rows = new Map<string, { number: number; row: Record<string, unknown> }>();
  for (const line of lines) {
    if (!('values' in line)) continue;
    for (const [index, number] of line.numbers.entries()) {
      const row = Object.fromEntries(line.columns.map((name, column) => [name, line.values[column]?.[index] ?? null]));
      rows.set(`${line.kind}:${String(row['id'])}`, { number, row });
    }
  }
  return rows;
}

export async function openClientStage(
  code: ServiceCode,
  bulk: ClientStage['bulk'],
  random: SeededRandom,
): Promise<ClientStage> {
  const folder = quickFolder('desk-stage-');
  const database = await code.opening.openDatabase(join(folder, 'national.sqlite'));
  let now = STAGE_START;
  let counter = 0;
  const makeId = (): string => {
    counter += 1;
    const time = (STAGE_START + counter).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${counter.toString(16).padStart(12, '0')}`;
  };
  const clock = (): number => {
    now += 1;
    return now;
  };
  const ground: Ground = {
    ...{ database, clock, makeId, settings: code.ground.DEFAULT_SETTINGS, log: () => {} },
    randomBytes: (count) => new TextEncoder().encode(makeId().padStart(count, '0')).subarray(-count),
  };
  const missions = Array.from({ length: 1 + random.below(3) }, (_, index) => `mission-${index}`);
  const candidates = Array.from({ length: 2 + random.below(2) }, (_, index) => `person-${index}`);
  const establishmentId = 'house';

  async function write(change: (work: InstanceType<typeof code.work.UnitOfWork>) => Promise<void>): Promise<void> {
    await database.transaction(async (writer) => {
      const work = new code.work.UnitOfWork(writer, ground);
      await change(work);
      await code.sealing.seal(work);
    });
  }
  await write(async (work) => {
    await placeHouse(work, establishmentId, AGENCY, '549900011');
    for (const id of missions) {
      await placeMission(work, id, { agency: AGENCY, establishmentId, headcount: 2, days: [1, 20] });
    }
    for (const id of candidates) await placePerson(work, id, AGENCY, null);
    await placeRegulator(work, 'alix', AGENCY);
  });

  return {
    ...{ code, bulk, ground, database, missions, candidates, establishmentId, clock, makeId },
    advance(milliseconds) {
      now += milliseconds;
    },
    send: (actor, commands) => code.batch.executeBatch(ground, code.handlers.HANDLERS, actor, commands),
    sendAway: (missionId) =>
      write(async (work) => {
        const mission = await work.get('mission', missionId);
        if (mission === null) return;
        // The row changes before it leaves: whoever holds an older one must not bring it back.
        await work.annotate('mission', mission, { agency: ELSEWHERE, departement: '974' });
      }),
    async freshScope(who) {
      const lines: BulkLine[] = [];
      for await (const line of await bulk.bulkLines(ground, who)) lines.push(line);
      return readChunks(lines);
    },
    async dispose() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
