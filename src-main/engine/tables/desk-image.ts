/**
 * The workspace's rows in memory, kept like the base: a notice of change only says what must be read again, and it is
 * read before the next answer, or at the next turn of the event loop if nobody asks.
 *
 * ```
 *  store ──notice──▶ changed rows ──flush()──▶ images patched ──▶ windows are told ──▶ they ask again
 *                  │ 'all' ──▶ read anew in slices beside the old image, then put in its place
 *                  └─▶ stale professions ──slices──▶ score and supply derived again ──▶ windows are told
 * ```
 */
import { todayOf } from '../../../contract/national/facts/today.ts';
import type { ChangeNotice, StoreTopic } from '../../store/change-notice.ts';
import { Relations } from '../matching/relations.ts';
import type { RowSource } from '../row-source.ts';
import { CandidateTable } from './candidate-table.ts';
import { ChangedRows } from './changed-rows.ts';
import { MissionTable } from './mission-table.ts';
import { StaleMissions } from './stale-missions.ts';
import { TableReload } from './table-reload.ts';
import type { Turns } from './turns.ts';
import { inSlices } from './turns.ts';

export interface DeskImageOptions {
  readonly source: RowSource;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly turns: Turns;
  /** Windows may ask again about these. */
  readonly tell: (revision: number, topics: readonly StoreTopic[]) => void;
  readonly onFault: (error: unknown) => void;
}

/** More changed rows than this are not read one by one. */
const MOST_PATCHED = 20_000;
/** One agency of each time zone; null: Paris. */
const ZONE_AGENCIES = [null, 8, 9, 11, 12, 13];
const DAY = 86_400_000;

export class DeskImage {
  readonly relations = new Relations();
  readonly #options: DeskImageOptions;
  readonly #finess = new Map<string, string>();
  readonly #changed = new ChangedRows();
  readonly #topics = new Set<StoreTopic>();
  readonly #stale: StaleMissions;
  readonly #reloads: { readonly mission: TableReload; readonly candidate: TableReload };
  readonly #stopListening: () => void;
  #missions: MissionTable;
  #candidates: CandidateTable;
  #revision: number;
  #days: string;
  #isFlushDue = false;
  #isStopped = false;

  constructor(options: DeskImageOptions) {
    this.#options = options;
    this.#missions = new MissionTable(this.relations, this.#finess);
    this.#candidates = new CandidateTable(this.relations);
    this.#stale = new StaleMissions({
      turns: options.turns,
      isStopped: () => this.#isStopped,
      missions: () => this.#missions.rows.values(),
      derive: (id) => this.#missions.derive(id, this.#candidates, this.now),
      onDerived: () => this.#tell(['missions']),
      onFault: options.onFault,
    });
    this.#reloads = {
      mission: this.#reload((missed) => this.#readMissions(missed), 'missions'),
      candidate: this.#reload((missed) => this.#readCandidates(missed), 'candidates'),
    };
    this.#revision = options.source.revision;
    this.#days = this.#today();
    this.#stopListening = options.source.onChange((notice) => this.#hear(notice));
    this.#readRelations();
    this.#reloads.mission.ask();
    this.#reloads.candidate.ask();
  }

  get missions(): MissionTable {
    return this.#missions;
  }

  get candidates(): CandidateTable {
    return this.#candidates;
  }

  /** Up to which commit everything here was read. */
  get revision(): number {
    return this.#revision;
  }

  get now(): number {
    return this.#options.clock();
  }

  /** Resolves when the table was read once. */
  loaded(table: 'mission' | 'candidate'): Promise<void> {
    return this.#reloads[table].loaded;
  }

  /** False while the first synchronisation has not brought this table yet. */
  isComplete(table: 'mission' | 'candidate'): boolean {
    return this.#reloads[table].isComplete;
  }

  /** Reads what changed, so that what is answered next is the present. */
  flush(): void {
    this.#followDay();
    this.#candidates.age(this.now);
    if (this.#changed.isEmpty) return;
    const changed = this.#changed.take();
    this.#patchRelations(changed);
    this.#patch('mission', changed);
    this.#patch('candidate', changed);
    this.#revision = this.#options.source.revision;
    this.#stale.derive();
  }

  /** Score and supply of every mission, at once: for tests and measures. */
  deriveAll(): void {
    this.flush();
    for (const id of this.#missions.rows.keys()) this.#missions.derive(id, this.#candidates, this.now);
  }

  stop(): void {
    this.#isStopped = true;
    this.#stopListening();
  }

  #reload(read: (missed: () => readonly string[]) => Promise<void>, topic: StoreTopic): TableReload {
    const { turns, source, onFault } = this.#options;
    return new TableReload({
      turns,
      isStopped: () => this.#isStopped,
      isWhole: () => source.isComplete(),
      read,
      onRead: () => {
        this.#stale.all();
        this.#stale.derive();
        this.#tell([topic]);
      },
      onFault,
    });
  }

  #hear({ topics, changed }: ChangeNotice): void {
    for (const [kind, ids] of changed) {
      if (ids === 'all') this.#changed.every(kind);
      else this.#changed.add(kind, ids);
    }
    for (const topic of topics) this.#topics.add(topic);
    if (this.#isFlushDue) return;
    this.#isFlushDue = true;
    this.#flushSoon().catch(this.#options.onFault);
  }

  async #flushSoon(): Promise<void> {
    await this.#options.turns.later(0);
    this.#isFlushDue = false;
    if (this.#isStopped) return;
    this.flush();
    const topics = [...this.#topics];
    this.#topics.clear();
    this.#tell(topics);
  }

  #tell(topics: readonly StoreTopic[]): void {
    this.#options.tell(this.#options.source.revision, topics);
  }

  #patchRelations(changed: ChangedRows): void {
    const { source } = this.#options;
    if (changed.has('establishment')) {
      this.#readFiness();
      changed.every('mission');
    }
    if (changed.has('pool')) {
      this.relations.setPools(source.readPools());
      changed.every('candidate');
    }
    if (changed.has('opening')) {
      this.relations.setOpenings(source.readOpenings());
      this.#stale.all();
    }
    const proposals = changed.of('proposal');
    if (proposals === 'all') {
      this.relations.replaceProposals(source.readProposals(this.#engagingSince()));
      changed.every('candidate');
      this.#stale.all();
    } else if (proposals !== undefined) {
      const ids = [...proposals];
      const moved = this.relations.setProposals(ids, source.readProposals(this.#engagingSince(), ids));
      changed.add(
        'candidate',
        moved.map(({ candidateId }) => candidateId),
      );
      changed.add(
        'mission',
        moved.map(({ missionId }) => missionId),
      );
    }
  }

  #patch(table: 'mission' | 'candidate', changed: ChangedRows): void {
    const ids = changed.of(table);
    if (ids === undefined) return;
    if (ids === 'all' || ids.size > MOST_PATCHED) {
      this.#reloads[table].ask();
      return;
    }
    this.#reloads[table].changed(ids);
    if (table === 'mission') this.#patchMissions([...ids], this.#missions);
    else this.#patchCandidates([...ids], this.#candidates);
  }

  #patchMissions(ids: readonly string[], table: MissionTable): void {
    const gone = new Set(ids);
    for (const row of this.#options.source.readMissions(ids)) {
      gone.delete(row.id);
      this.#stale.add(table.rows.get(row.id)?.profession);
      table.write(row, this.now);
      table.derive(row.id, this.#candidates, this.now);
      this.#stale.add(row.profession);
    }
    for (const id of gone) {
      this.#stale.add(table.rows.get(id)?.profession);
      table.remove(id);
    }
  }

  #patchCandidates(ids: readonly string[], table: CandidateTable): void {
    const gone = new Set(ids);
    for (const row of this.#options.source.readCandidates(ids)) {
      gone.delete(row.id);
      this.#stale.add(table.professionOf(row.id));
      table.write(row, this.now);
      this.#stale.add(row.profession);
    }
    for (const id of gone) {
      this.#stale.add(table.professionOf(id));
      table.remove(id);
    }
  }

  async #readMissions(missed: () => readonly string[]): Promise<void> {
    const { turns, source } = this.#options;
    const table = new MissionTable(this.relations, this.#finess);
    table.image.reserve(source.mostRows('mission'));
    await inSlices(
      turns,
      source.readMissions(),
      () => this.#isStopped,
      (row) => table.write(row, this.now),
    );
    if (this.#isStopped) return;
    this.#patchMissions(missed(), table);
    this.#missions = table;
  }

  async #readCandidates(missed: () => readonly string[]): Promise<void> {
    const { turns, source } = this.#options;
    // Missions are a tenth of the rows and what a person sees first: they do not wait for a turn of each slice of people.
    await this.#reloads.mission.tried;
    const table = new CandidateTable(this.relations);
    table.reserve(source.mostRows('candidate'));
    await inSlices(
      turns,
      source.readCandidates(),
      () => this.#isStopped,
      (row) => table.write(row, this.now),
    );
    if (this.#isStopped) return;
    this.#patchCandidates(missed(), table);
    table.isRead = true;
    this.#candidates = table;
  }

  /** At midnight, in any zone, states, ages and promised days are others. */
  #followDay(): void {
    const days = this.#today();
    if (days === this.#days) return;
    this.#days = days;
    this.#changed.every('proposal');
    this.#changed.every('mission');
  }

  #today(): string {
    return ZONE_AGENCIES.map((agency) => todayOf(agency, this.now)).join();
  }

  /** Two days of margin: today is not the same day everywhere. */
  #engagingSince(): string {
    return new Date(this.now - 2 * DAY).toISOString().slice(0, 10);
  }

  #readRelations(): void {
    const { source } = this.#options;
    this.relations.setPools(source.readPools());
    this.relations.setOpenings(source.readOpenings());
    this.relations.replaceProposals(source.readProposals(this.#engagingSince()));
    this.#readFiness();
  }

  #readFiness(): void {
    for (const { id, finess, gid } of this.#options.source.readEstablishmentKeys()) {
      this.#finess.set(id, [finess, gid].filter(Boolean).join(' '));
    }
  }
}
