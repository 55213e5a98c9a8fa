/**
 * A small nation for tests: a fresh database, a clock that only moves when told, ids in order, seeded randomness, and
 * builders with one-line intent. Rows are placed through the kernel, so that feed and journal stay true.
 */
import { createHash } from 'node:crypto';
import type { Command } from '../../contract/national/commands/command.ts';
import type { CommandInput, CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { Verdict } from '../../contract/national/commands/verdict.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { Columns } from '../../contract/national/rows/column.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import { HANDLERS } from '../../national-api/commands/handlers.ts';
import { executeBatch } from '../../national-api/kernel/execute-batch.ts';
import type { Ground } from '../../national-api/kernel/ground.ts';
import { DEFAULT_SETTINGS, isoInstant } from '../../national-api/kernel/ground.ts';
import type { Handlers } from '../../national-api/kernel/handler.ts';
import { seal } from '../../national-api/kernel/seal.ts';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import { UnitOfWork } from '../../national-api/kernel/unit-of-work.ts';
import { blankRow } from './blank-row.ts';
import type { DatabaseKind } from './databases.ts';
import { openTestDatabase } from './databases.ts';

/** Sunday 15 November 2020, 08:00 UTC: in the middle of the second wave. */
export const WORLD_START = Date.UTC(2020, 10, 15, 8);

const HOUR = 3_600_000;

/** 'Grand-Est' in the tests' default place: Nancy. */
const NANCY = { agency: 6, departement: '54', postalCode: '54000', city: 'Nancy', latitude: 48.69, longitude: 6.18 };

export interface World {
  readonly kind: DatabaseKind;
  readonly ground: Ground;
  readonly address: string;
  /** Moves the clock. */
  advance(hours: number): void;
  nextId(): string;
  establishment(patch?: Partial<Stored<'establishment'>>): Promise<Stored<'establishment'>>;
  mission(patch?: Partial<Stored<'mission'>>): Promise<Stored<'mission'>>;
  candidate(patch?: Partial<Stored<'candidate'>>): Promise<Stored<'candidate'>>;
  /** Places any row as given over blanks. */
  place<K extends RowKind>(kind: K, patch: Partial<Stored<K>>): Promise<Stored<K>>;
  regulator(agency?: number, patch?: Partial<Principal>): Principal;
  desk(patch?: Partial<Principal>): Principal;
  /** The account of an establishment. */
  requester(establishmentId: string, patch?: Partial<Principal>): Principal;
  command<K extends CommandKind>(
    kind: K,
    subject: string,
    input: CommandInput<K>,
    patch?: Partial<Command<K>>,
  ): Command<K>;
  /** Sends commands as one batch. */
  send(actor: Principal, ...commands: Command[]): Promise<Verdict[]>;
  row<K extends RowKind>(kind: K, id: string): Promise<Stored<K>>;
  dispose(): Promise<void>;
}

export interface WorldOptions {
  readonly handlers?: Handlers;
  readonly seed?: string;
}

/** @example const world = await startWorld('sqlite'); const mission = await world.mission({ headcount: 2 }); */
export async function startWorld(kind: DatabaseKind, options: WorldOptions = {}): Promise<World> {
  const { database, address, dispose } = await openTestDatabase(kind);
  const handlers = options.handlers ?? HANDLERS;
  let now = WORLD_START;
  let counter = 0;
  const seed = options.seed ?? 'world';
  const digest = () => createHash('sha256').update(`${seed}:${counter}`).digest();
  const nextId = (): string => {
    counter += 1;
    const hex = digest().toString('hex');
    const time = (WORLD_START + counter).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
  };
  const ground: Ground = {
    database,
    clock: () => now,
    makeId: nextId,
    randomBytes: (count) => {
      counter += 1;
      return digest().subarray(0, count);
    },
    settings: DEFAULT_SETTINGS,
    log: () => {},
  };

  async function place<K extends RowKind>(rowKind: K, patch: Partial<Stored<K>>): Promise<Stored<K>> {
    const at = isoInstant(now);
    return database.transaction(async (writer) => {
      const work = new UnitOfWork(writer, ground);
      const blank = { ...blankRow(ROW_KINDS[rowKind]), id: nextId(), createdAt: at };
      const extra =
        rowKind === 'candidate'
          ? { involvedAgencies: 0, emailKey: null }
          : rowKind === 'mission'
            ? { requesterAccountId: null }
            : {};
      const columns: Columns = ROW_KINDS[rowKind];
      const full = { ...blank, ...extra, ...patch } as Record<string, unknown>;
      for (const name of Object.keys(full)) {
        if (!(name in columns) && !(name in extra)) delete full[name];
      }
      const row = await work.insert(rowKind, full as unknown as Stored<K>);
      await seal(work);
      return row;
    });
  }

  const world: World = {
    kind,
    ground,
    address,
    nextId,
    advance: (hours) => {
      now += hours * HOUR;
    },
    place,
    establishment: (patch = {}) =>
      place('establishment', {
        ...NANCY,
        name: 'EHPAD de démonstration – Les Tilleuls',
        category: '500',
        family: 'ehpad',
        finess: '549900011',
        precision: 'commune',
        phone: '0300000000',
        ...patch,
      }),
    async mission(patch = {}) {
      const establishmentId = patch.establishmentId ?? (await world.establishment()).id;
      return place('mission', {
        ...NANCY,
        establishmentId,
        establishmentName: 'EHPAD de démonstration – Les Tilleuls',
        establishmentFamily: 'ehpad',
        precision: 'commune',
        profession: 'infirmier-diplome-etat',
        headcount: 1,
        startDate: '2020-11-16',
        endDate: '2020-11-30',
        vaccinationProfessions: '[]',
        state: 'open',
        priority: 'none',
        ...patch,
      });
    },
    candidate: (patch = {}) =>
      place('candidate', {
        ...NANCY,
        number: counter,
        lastName: `Exemple-${counter}`,
        firstName: 'Dominique',
        profession: 'infirmier-diplome-etat',
        identifierKind: 'none',
        activityKind: 'Retraité',
        startDate: '2020-11-01',
        weekdays: 1,
        weekend: 1,
        vehicle: 1,
        precision: 'commune',
        mobilisation: 'national',
        pools: '[]',
        poolKinds: 4,
        verification: 'verified',
        availability: 'available',
        engagement: 'none',
        ...patch,
      }),
    regulator: (agency = 6, patch = {}) => ({
      personId: `regulator-${agency}`,
      displayName: `Régulation ${agency}`,
      role: 'ars-regulator',
      agency,
      departements: null,
      establishments: [],
      candidateId: null,
      validUntil: null,
      ...patch,
    }),
    desk: (patch = {}) => ({
      ...world.regulator(6),
      personId: 'desk',
      displayName: 'CCS',
      role: 'ccs-desk',
      agency: null,
      ...patch,
    }),
    requester: (establishmentId, patch = {}) => ({
      ...world.regulator(6),
      personId: `account-${establishmentId}`,
      displayName: 'Compte établissement',
      role: 'establishment',
      agency: null,
      establishments: [establishmentId],
      ...patch,
    }),
    command: (commandKind, subject, input, patch = {}) =>
      ({
        commandId: nextId(),
        kind: commandKind,
        subject,
        version: 0,
        origin: 'single',
        batchId: null,
        decidedAt: isoInstant(now),
        input,
        ...patch,
      }) as never,
    send: (actor, ...commands) => executeBatch(ground, handlers, actor, commands),
    async row(rowKind, id) {
      const work = new UnitOfWork(database.read as never, ground);
      const row = await work.get(rowKind, id);
      if (row === null) throw new Error(`No ${rowKind} ${id}`);
      return row;
    },
    dispose,
  };
  return world;
}
