/**
 * The workspace's rows in memory, kept like the base: a notice of change only says what must be read again, and it is
 * read before the next answer, or at the next turn of the event loop if nobody asks.
 *
 * ```
 *  store ──notice──▶ pending ids ──flush()──▶ images patched ──▶ windows are told ──▶ they ask again
 *                  │ 'all' ──▶ read anew in slices beside the old image, then put in its place
 *                  └─▶ stale professions ──slices──▶ score and supply derived again ──▶ windows are told
 * ```
 */

import { todayOf } from '../../../contract/national/facts/today.ts';
import type { RowKind } from '../../../contract/national/rows/row-kinds.ts';
import type { ChangeNotice, StoreTopic } from '../../store/change-notice.ts';
import type { CandidateViewRow, MissionViewRow } from '../../store/views/view-rows.ts';
import { Relations } from '../matching/relations.ts';
import type { RowSource } from '../row-source.ts';
import { CandidateTable } from './candidate-table.ts';
import { MissionTable } from './mission-table.ts';

/** Turns of the event loop, so that tests hold them. */
export interface Turns {
  /** Resolves at a later turn, after so many milliseconds at least. */
  later(milliseconds: number): Promise<void>;
  /** Monotonic milliseconds. */
  stopwatch(): number;
}

export interface DeskImageOptions {
  readonly source: RowSource;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly turns: Turns;
  /** Windows may ask again about these. */
  readonly tell: (revision: number, topics: readonly StoreTopic[]) => void;
  readonly onFault: (error: unknown) => void;
}

/** Work beside answers gives way after so long. */
const SLICE_MILLISECONDS = 6;
/** More changed rows than this are not read one by one. */
const MOST_PATCHED = 20_000;
/** While rows pour in, a table is read anew no more often than this share of the time. */
const REST_FACTOR = 6;
const ZONE_AGENCIES = [null, 8, 9, 11, 12, 13];
const DAY = 86_400_000;

type Changed = Map<RowKind, Set<string> | 'all'>;

export class DeskImage {
  readonly relations = new Relations();
  readonly #options: DeskImageOptions;
  #finess = new Map<string, string>();
  missions: MissionTable;
  candidates: CandidateTable;
  #revision = 0;
  #changed: Changed = new Map();
  #topics = new Set<StoreTopic>();
  #flushDue = false;
  #days = '';
  readonly #stale = new Set<string>();
  #deriving = false;
  readonly #reloads = { mission: false, candidate: false };
  readonly #running = new Set<'mission' | 'candidate'>();
  /** Tables that were once read when the base was whole. */
  readonly #whole = new Set<'mission' | 'candidate'>();
  readonly #loaded = { mission: Promise.withResolvers<void>(), candidate: Promise.withResolvers<void>() };
  #stopped = false;
  readonly #stopListening: () => void;

  constructor(options: DeskImageOptions) {
    this.#options = options;
    this.missions = new MissionTable(this.relations, this.#finess);
    this.candidates = new CandidateTable(this.relations);
    this.#revision = options.source.revision;
    this.#stopListening = options.source.onChange((notice) => this.#hear(notice));
    this.#readRelations();
    this.#days = this.#today();
    this.#reload('mission');
    this.#reload('candidate');
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
    return this.#loaded[table].promise;
  }

  /** False while rows of the table may still be missing. */
  isComplete(table: 'mission' | 'candidate'): boolean {
    if (!this.#options.source.isComplete()) return false;
    return this.#whole.has(table) || !this.#running.has(table);
  }

  /** Reads what changed, so that what is answered next is the present. */
  flush(): void {
    this.#followDay();
    this.candidates.age(this.now);
    if (this.#changed.size === 0) return;
    const changed = this.#changed;
    this.#changed = new Map();
    this.#patchRelations(changed);
    this.#patch('mission', changed.get('mission'));
    this.#patch('candidate', changed.get('candidate'));
    this.#revision = this.#options.source.revision;
    this.#deriveLater();
  }

  /** Derives everything that is stale, at once: for tests and measures. */
  deriveAll(): void {
    this.flush();
    for (const id of this.missions.rows.keys()) this.missions.derive(id, this.candidates, this.now);
    this.#stale.clear();
  }

  stop(): void {
    this.#stopped = true;
    this.#stopListening();
  }

  #hear({ topics, changed }: ChangeNotice): void {
    for (const [kind, ids] of changed) {
      const known = this.#changed.get(kind);
      if (ids === 'all' || known === 'all') this.#changed.set(kind, 'all');
      else if (known === undefined) this.#changed.set(kind, new Set(ids));
      else for (const id of ids) known.add(id);
    }
    for (const topic of topics) this.#topics.add(topic);
    if (this.#flushDue) return;
    this.#flushDue = true;
    this.#guard(this.#flushSoon());
  }

  async #flushSoon(): Promise<void> {
    await this.#options.turns.later(0);
    this.#flushDue = false;
    if (this.#stopped) return;
    this.flush();
    const topics = [...this.#topics];
    this.#topics.clear();
    this.#options.tell(this.#options.source.revision, topics);
  }

  #patchRelations(changed: Changed): void {
    const { source } = this.#options;
    if (changed.has('establishment')) this.#readFiness();
    if (changed.has('pool')) {
      this.relations.setPools(source.readPools());
      changed.set('candidate', 'all');
    }
    if (changed.has('opening')) {
      this.relations.setOpenings(source.readOpenings());
      this.#staleAll();
    }
    const proposals = changed.get('proposal');
    if (proposals === 'all') {
      this.relations.replaceProposals(source.readProposals(this.#engagingSince()));
      changed.set('candidate', 'all');
      this.#staleAll();
    } else if (proposals !== undefined) {
      const ids = [...proposals];
      const moved = this.relations.setProposals(ids, source.readProposals(this.#engagingSince(), ids));
      for (const { candidateId, missionId } of moved) {
        addId(changed, 'candidate', candidateId);
        addId(changed, 'mission', missionId);
      }
    }
  }

  #patch(table: 'mission' | 'candidate', ids: ReadonlySet<string> | 'all' | undefined): void {
    if (ids === undefined) return;
    if (ids === 'all' || ids.size > MOST_PATCHED) {
      this.#reload(table);
      return;
    }
    // What a reload reads may be older than this change: it is read again into the new table.
    if (this.#running.has(table)) this.#missed[table].push(...ids);
    if (table === 'mission') this.#patchMissions([...ids]);
    else this.#patchCandidates([...ids]);
  }

  readonly #missed = { mission: [] as string[], candidate: [] as string[] };

  #patchMissions(ids: readonly string[], table = this.missions): void {
    const gone = new Set(ids);
    for (const row of this.#options.source.readMissions(ids)) {
      gone.delete(row.id);
      this.#staleProfession(table.rows.get(row.id));
      table.write(row, this.now);
      table.derive(row.id, this.candidates, this.now);
      this.#staleProfession(row);
    }
    for (const id of gone) {
      this.#staleProfession(table.rows.get(id));
      table.remove(id);
    }
  }

  #patchCandidates(ids: readonly string[], table = this.candidates): void {
    const gone = new Set(ids);
    for (const row of this.#options.source.readCandidates(ids)) {
      gone.delete(row.id);
      this.#staleCandidate(table, row.id);
      table.write(row, this.now);
      this.#stale.add(row.profession);
    }
    for (const id of gone) {
      this.#staleCandidate(table, id);
      table.remove(id);
    }
  }

  #staleCandidate(table: CandidateTable, id: string): void {
    const slot = table.image.slotOf(id);
    if (slot !== undefined) this.#stale.add(String(table.image.column('profession').read(slot)));
  }

  #staleProfession(row: MissionViewRow | undefined): void {
    if (row !== undefined) this.#stale.add(row.profession);
  }

  #staleAll(): void {
    this.#stale.add('*');
  }

  #reload(table: 'mission' | 'candidate'): void {
    this.#reloads[table] = true;
    if (this.#running.has(table)) return;
    this.#running.add(table);
    this.#guard(this.#reloadWhileAsked(table));
  }

  async #reloadWhileAsked(table: 'mission' | 'candidate'): Promise<void> {
    const { turns, source, tell } = this.#options;
    await turns.later(0);
    while (this.#reloads[table] && !this.#stopped) {
      this.#reloads[table] = false;
      const start = turns.stopwatch();
      const isWhole = source.isComplete();
      this.#missed[table] = [];
      if (table === 'mission') await this.#readMissions();
      else await this.#readCandidates();
      if (isWhole) this.#whole.add(table);
      else this.#whole.delete(table);
      this.#staleAll();
      this.#deriveLater();
      this.#loaded[table].resolve();
      if (!this.#reloads[table]) this.#running.delete(table);
      tell(source.revision, [table === 'mission' ? 'missions' : 'candidates']);
      if (this.#reloads[table]) await turns.later((turns.stopwatch() - start) * REST_FACTOR);
    }
    this.#running.delete(table);
  }

  async #readMissions(): Promise<void> {
    const table = new MissionTable(this.relations, this.#finess);
    await this.#inSlices<MissionViewRow>(this.#options.source.readMissions(), (row) => table.write(row, this.now));
    this.#patchMissions(this.#missed.mission, table);
    this.missions = table;
  }

  async #readCandidates(): Promise<void> {
    const table = new CandidateTable(this.relations);
    await this.#inSlices<CandidateViewRow>(this.#options.source.readCandidates(), (row) => table.write(row, this.now));
    this.#patchCandidates(this.#missed.candidate, table);
    this.candidates = table;
  }

  async #inSlices<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
    const { turns } = this.#options;
    let start = turns.stopwatch();
    for (const item of items) {
      if (this.#stopped) return;
      work(item);
      if (turns.stopwatch() - start < SLICE_MILLISECONDS) continue;
      await turns.later(0);
      start = turns.stopwatch();
    }
  }

  #deriveLater(): void {
    if (this.#deriving || this.#stale.size === 0) return;
    this.#deriving = true;
    this.#guard(
      this.#deriveStale().finally(() => {
        this.#deriving = false;
      }),
    );
  }

  async #deriveStale(): Promise<void> {
    await this.#options.turns.later(0);
    while (this.#stale.size > 0 && !this.#stopped) {
      const stale = new Set(this.#stale);
      this.#stale.clear();
      const table = this.missions;
      const rows = [...table.rows.values()].filter((row) => isTouched(row, stale));
      let isChanged = false;
      await this.#inSlices(rows, ({ id }) => {
        isChanged = table.derive(id, this.candidates, this.now) || isChanged;
      });
      if (isChanged) this.#options.tell(this.#options.source.revision, ['missions']);
    }
  }

  /** At midnight, in any zone, states, ages and days to the start are others. */
  #followDay(): void {
    const days = this.#today();
    if (days === this.#days) return;
    this.#days = days;
    this.#changed.set('proposal', 'all');
    this.#changed.set('mission', 'all');
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

  #guard(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (!this.#stopped) this.#options.onFault(error);
    });
  }
}

function addId(changed: Changed, kind: RowKind, id: string): void {
  const known = changed.get(kind);
  if (known === 'all') return;
  if (known === undefined) changed.set(kind, new Set([id]));
  else known.add(id);
}

/** With vaccination help, several professions may answer: any of them touches the mission. */
function isTouched(row: MissionViewRow, stale: ReadonlySet<string>): boolean {
  if (stale.has('*') || stale.has(row.profession)) return true;
  return (
    row.vaccinationHelp === 1 && (JSON.parse(row.vaccinationProfessions) as string[]).some((one) => stale.has(one))
  );
}
