/** One simulated workstation: the production store, commands and synchronisation, watched at each commit. */
import type { Decision } from '../../../contract/app/decision.ts';
import type { Principal } from '../../../contract/national/principal.ts';
import type { MissionRow } from '../../../contract/national/rows/mission-row.ts';
import { ROW_KIND_NAMES } from '../../../contract/national/rows/row-kinds.ts';
import type { DecisionDesk } from '../../../src-main/commands/decision-desk.ts';
import type { ChangeNotice } from '../../../src-main/store/change-notice.ts';
import type { OutboxRow } from '../../../src-main/store/outbox/outbox-row.ts';
import type { Store } from '../../../src-main/store/store.ts';
import type { Synchroniser } from '../../../src-main/sync/synchroniser.ts';
import type { Violation } from '../oracles/evidence.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { ClientStage } from './client-stage.ts';
import { expectedMission } from './expected-view.ts';
import type { FaultWeights } from './faulty-transport.ts';
import { createFaultyTransport } from './faulty-transport.ts';
import type { ClientCode } from './load-client.ts';

const KEY = new Uint8Array(32).fill(3);
const VERSION_COLUMNS: Readonly<Record<string, string>> = {
  priority: 'priorityVersion',
  note: 'noteVersion',
  life: 'version',
};
export const WATCHED_FACTS = Object.keys(VERSION_COLUMNS);

type Numbered = { readonly id: string; readonly feedNumber: number };

export interface WorkstationOptions {
  readonly code: ClientCode;
  readonly stage: ClientStage;
  readonly person: Principal;
  readonly path: string;
  readonly random: SeededRandom;
  readonly weights: () => FaultWeights;
  /** How often a write of the disk fails. */
  readonly diskFull: () => number;
  /** How often the person acts while an answer travels. */
  readonly restless: () => number;
}

/** A decision that the workstation said was kept. */
export interface Acknowledged {
  readonly commandId: string;
  readonly input: string;
  /** The version of the fact that the person had before their eyes. */
  readonly seen: number;
}

export class Workstation {
  readonly options: WorkstationOptions;
  readonly person: Principal;
  readonly acknowledged = new Map<string, Acknowledged>();
  readonly violations: Violation[] = [];
  /** Decisions that the person took back. */
  readonly takenBack = new Set<string>();
  readonly batches: string[] = [];
  store: Store;
  desk: DecisionDesk;
  synchroniser: Synchroniser;
  /** What the person does by themselves; set by the history. */
  act: () => void = () => {};
  #held: { previewId: string; seen: ReadonlyMap<string, number> } | null = null;
  #loss: 'before' | 'after' | null = null;
  readonly #shadow = new Map<string, Record<string, unknown>>();
  readonly #numbers = new Map<string, number>();
  readonly #seen = new Map<string, number>();

  constructor(options: WorkstationOptions) {
    this.options = options;
    this.person = options.person;
    const opened = this.#open();
    this.store = opened.store;
    this.desk = opened.desk;
    this.synchroniser = opened.synchroniser;
  }

  #open() {
    const { code, stage, person, path, random } = this.options;
    const { personId } = person;
    const whole = code.store.openStore(path, KEY, { personId });
    whole.onChange((notice) => this.#watch(whole, notice));
    this.#rebuild(whole);
    const transaction: Store['transaction'] = (durability, work) =>
      whole.transaction(durability, (inside) => {
        const result = work(inside);
        if (random.chance(this.options.diskFull())) throw new code.fault.StoreFault('disk-full');
        return result;
      });
    const store = Object.create(whole, { transaction: { value: transaction } }) as Store;
    const midFlight = () => {
      if (random.chance(this.options.restless())) this.act();
    };
    const transport = createFaultyTransport({
      code,
      stage,
      person,
      random,
      weights: this.options.weights,
      midFlight,
      loses: () => this.#takeLoss(),
    });
    const client = code.client.createNationalClient({ transport, token: () => 'token', clock: stage.clock });
    const { clock, makeId } = stage;
    return {
      store,
      desk: code.desk.createDecisionDesk({ store, person, clock, makeId }),
      synchroniser: code.synchroniser.createSynchroniser({ store, client, clock, log: () => {}, pinnedKeys: null }),
    };
  }

  /** The next decisions are lost: 'after' they are judged, or 'before' anything left. */
  loseNext(when: 'before' | 'after'): void {
    this.#loss = when;
  }

  #takeLoss(): 'before' | 'after' | null {
    const loss = this.#loss;
    this.#loss = null;
    return loss;
  }

  /** The application ends at once and starts again. */
  restart(): void {
    this.store.close();
    this.#held = null;
    Object.assign(this, this.#open());
  }

  /** @returns false when something on the way failed, as it may */
  async step(): Promise<boolean> {
    const { nationalFault, fault } = this.options.code;
    try {
      await this.synchroniser.step(new AbortController().signal);
      return true;
    } catch (error) {
      if (error instanceof nationalFault.NationalFault || error instanceof fault.StoreFault) return false;
      this.#see('never-crashes', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
      return false;
    }
  }

  /** Previews now; commits now, or later with the next call of `commitHeld`. */
  decide(decision: Decision, targets: readonly string[], hold: boolean): void {
    const seen = new Map(this.#seen);
    const { previewId, counts } = this.desk.preview(decision, targets);
    if (counts.changes === 0) return;
    if (hold) this.#held = { previewId, seen };
    else this.#commit(previewId, seen);
  }

  commitHeld(): void {
    if (this.#held === null) return;
    const { previewId, seen } = this.#held;
    this.#held = null;
    this.#commit(previewId, seen);
  }

  #commit(previewId: string, seen: ReadonlyMap<string, number>): void {
    this.attempt(() => {
      const { batchId } = this.desk.commit(previewId, 'Motif donné');
      this.batches.push(batchId);
      this.#acknowledge(this.options.code.outbox.readBatch(this.store.statements, batchId), seen);
    });
  }

  /** Does what a person may do to the outbox; decisions that appear are acknowledged with what is on screen now. */
  attempt(gesture: () => void): void {
    const { failure, fault } = this.options.code;
    const seen = new Map(this.#seen);
    try {
      gesture();
    } catch (error) {
      if (!(error instanceof failure.DecisionFailure || error instanceof fault.StoreFault)) throw error;
      return;
    }
    this.#acknowledge(this.outbox(), seen);
  }

  #acknowledge(rows: readonly OutboxRow[], seen: ReadonlyMap<string, number>): void {
    for (const { commandId, input, subject, fact } of rows) {
      if (this.acknowledged.has(commandId)) continue;
      this.acknowledged.set(commandId, { commandId, input, seen: seen.get(`${subject}:${fact}`) ?? 0 });
    }
  }

  outbox(): OutboxRow[] {
    return this.store.statements.rows<OutboxRow>('SELECT * FROM main.outbox ORDER BY sequence');
  }

  mirror(kind: string): (Record<string, unknown> & Numbered)[] {
    return this.store.statements.rows(`SELECT * FROM main."${kind}" ORDER BY id`);
  }

  #see(oracle: string, what: string): void {
    this.violations.push({ oracle, what: `${this.person.personId}: ${what}` });
  }

  /** What the image of the engine does with a notice: it reads again what it is told changed, and nothing else. */
  #patchShadow(store: Store, { changed }: ChangeNotice): void {
    const missions = changed.get('mission');
    if (missions === undefined) return;
    if (missions === 'all') {
      this.#rebuild(store);
      return;
    }
    for (const id of missions) this.#shadow.delete(id);
    for (const row of this.options.code.views.readMissionView(store, [...missions]))
      this.#shadow.set(row.id, { ...row });
  }

  #rebuild(store: Store): void {
    this.#shadow.clear();
    for (const row of this.options.code.views.readMissionView(store)) this.#shadow.set(row.id, { ...row });
    this.#look(store);
  }

  #watch(store: Store, notice: ChangeNotice): void {
    if (store.statements.rows(`SELECT 1 FROM main.meta WHERE name = 'cursor'`).length === 0) this.#numbers.clear();
    this.#patchShadow(store, notice);
    this.#neverBack(store, notice);
    this.#asExpected(store);
    this.#confirmedIsHere(store);
    this.#look(store);
  }

  /** Monotonic reads: no row is ever older than it was (TRUST G6). */
  #neverBack(store: Store, { changed }: ChangeNotice): void {
    for (const kind of ROW_KIND_NAMES) {
      if (!changed.has(kind)) continue;
      for (const { id, feedNumber } of store.statements.rows<Numbered>(`SELECT id, "feedNumber" FROM main."${kind}"`)) {
        const before = this.#numbers.get(`${kind}:${id}`) ?? 0;
        if (feedNumber < before)
          this.#see('monotonic-reads', `${kind} ${id} went from ${before} back to ${feedNumber}`);
        this.#numbers.set(`${kind}:${id}`, feedNumber);
      }
    }
  }

  /** The state shown is the truth and the open wishes over it, counts included. */
  #asExpected(store: Store): void {
    const states = new Map(
      store.statements
        .rows<{ id: string; state: string }>('SELECT id, state FROM main.proposal')
        .map(({ id, state }) => [id, state]),
    );
    const open = store.statements.rows<OutboxRow>(
      `SELECT * FROM main.outbox WHERE state IN ('pending', 'sending', 'conflict') ORDER BY sequence`,
    );
    for (const mission of store.statements.rows<MissionRow>('SELECT * FROM main.mission')) {
      const mine = open.filter(({ missionId }) => missionId === mission.id);
      const expected = expectedMission(mission, mine, states);
      const shown = this.#shadow.get(mission.id);
      for (const [name, value] of Object.entries(expected)) {
        if (shown?.[name] !== value) {
          this.#see('state-shown', `${mission.id} shows ${name} ${String(shown?.[name])}, not ${String(value)}`);
        }
      }
    }
  }

  /** What is said to be confirmed is in the mirror in the same commit. */
  #confirmedIsHere(store: Store): void {
    const rows = store.statements.rows<{ id: string; fact: string; wanted: number; found: number }>(
      WATCHED_FACTS.map(
        (
          fact,
        ) => `SELECT m.id AS id, '${fact}' AS fact, o."settledVersion" AS wanted, m."${VERSION_COLUMNS[fact]}" AS found
          FROM main.outbox AS o JOIN main.mission AS m ON m.id = o.subject
          WHERE o.fact = '${fact}' AND o.outcome = 'accepted' AND m."${VERSION_COLUMNS[fact]}" < o."settledVersion"`,
      ).join(' UNION ALL '),
    );
    for (const { id, fact, wanted, found } of rows) {
      this.#see('confirmed-is-here', `${id}: ${fact} is said to be confirmed at ${wanted}, the mirror has ${found}`);
    }
  }

  /** What the person has before their eyes: the truth, where no wish of theirs covers it. */
  #look(store: Store): void {
    const covered = new Set(
      store.statements
        .rows<{ subject: string; fact: string }>(
          `SELECT subject, fact FROM main.outbox WHERE state IN ('pending', 'sending')`,
        )
        .map(({ subject, fact }) => `${subject}:${fact}`),
    );
    for (const mission of store.statements.rows<Record<string, number> & { id: string }>(
      'SELECT * FROM main.mission',
    )) {
      for (const fact of WATCHED_FACTS) {
        const key = `${String(mission['id'])}:${fact}`;
        if (!covered.has(key)) this.#seen.set(key, Number(mission[VERSION_COLUMNS[fact] ?? ''] ?? 0));
      }
    }
  }

  close(): void {
    this.store.close();
  }
}
