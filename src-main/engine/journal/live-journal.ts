/**
 * The journal of the present: lines of the service in memory, brought page after page, beside the acts of this
 * workstation. It is not in the feed: it is read again when a window asks and what is held is older than a moment.
 *
 * ```
 *  empty ──ready()──▶ reading ──page──▶ reading … ──▶ held ──ready(), a moment later──▶ reading the newest
 *                        └── a fault ──▶ held as far as it came, and why; tried again later, or when asked
 * ```
 */
import { z } from 'zod';
import { MOST_JOURNAL_LINES } from '../../../contract/app/journal-columns.ts';
import type { ChainState, JournalReach, JournalState } from '../../../contract/app/journal-contract.ts';
import { addDays } from '../../../contract/domain/civil-date.ts';
import { scopeOf } from '../../../contract/domain/right.ts';
import type { RightScope } from '../../../contract/domain/right-scope.ts';
import { isRoleName } from '../../../contract/domain/role.ts';
import type { NationalClient } from '../../national/national-client.ts';
import { NationalFault } from '../../national/national-fault.ts';
import { readMeta, writeMeta } from '../../store/meta.ts';
import type { OpenDesk } from '../open-desk.ts';
import { inSlices } from '../tables/turns.ts';
import { createHeldLines, NO_CHAIN } from './held-lines.ts';
import type { Journal } from './journal.ts';
import type { JournalEntry } from './journal-entry.ts';
import { entryOfLine } from './journal-entry.ts';
import { createJournalTable } from './journal-table.ts';
import { readOwnEntries } from './own-acts.ts';
import { subjectOf } from './subject-of.ts';
import type { ChainEnd } from './verify-chain.ts';

/** A first page is soon there; the following ones are many lines a time. */
const FIRST_PAGE = 200;
const PAGE = 1_000;
/** Held lines are read again after so long, and after a fault. */
const STALE_MILLISECONDS = 20_000;
const AFTER_FAULT_MILLISECONDS = 30_000;
/** A window waits so long for the first page, then shows what is on this workstation. */
const PATIENCE_MILLISECONDS = 1_500;

const META_NAME = 'journalEnd';
const endSchema = z.strictObject({ number: z.int(), hash: z.string() });

const SIGNED_OUT = 'Vous n’êtes pas connecté : seuls les actes de ce poste sont affichés.';
const NO_RIGHT = 'Votre rôle ne lit pas le journal du service : seuls les actes de ce poste sont affichés.';

interface Held {
  running: Promise<void> | null;
  first: Promise<void> | null;
  readAt: number | null;
  failedAt: number | null;
  fault: NationalFault | null;
  isComplete: boolean;
  isTruncated: boolean;
  head: ChainEnd | null;
  chain: ChainState;
  ownRevision: number;
}

export interface LiveJournalOptions {
  readonly reach: JournalReach;
  /** Windows are told that something came. */
  readonly tell: () => void;
}

export function createLiveJournal(desk: OpenDesk, { reach, tell }: LiveJournalOptions): Journal {
  const person = desk.person();
  const scope: RightScope | null =
    person !== null && isRoleName(person.role) ? scopeOf('read-journal', person.role) : null;
  const mayReadWords = scope !== 'technical';
  const readsAll = scope === 'nation' || (scope === 'mandate' && person?.agency === null);
  const table = createJournalTable(person?.agency ?? null);
  const lines = createHeldLines();
  const abort = new AbortController();
  const held: Held = {
    ...{ running: null, first: null, readAt: null, failedAt: null, fault: null, head: null },
    ...{ isComplete: false, isTruncated: false, chain: NO_CHAIN, ownRevision: -1 },
  };
  /** The service counts days in UTC, a person where they live: one day more on each side, then the column decides. */
  const asked = {
    from: reach.from === null ? null : addDays(reach.from, -1),
    until: reach.until === null ? null : addDays(reach.until, 1),
    mission: reach.missionId,
  };

  function put(entry: JournalEntry, proof: Parameters<typeof table.put>[2]): void {
    const subject = subjectOf(desk, entry);
    if (entry.number === null && reach.missionId !== null && subject.missionId !== reach.missionId) return;
    table.put(entry, subject, proof);
  }

  /** An act that the journal holds is its line; the others stay beside. */
  function bringOwnActs(): void {
    if (held.ownRevision === desk.store.revision) return;
    held.ownRevision = desk.store.revision;
    const sealed = new Set([...table.entries.values()].map((one) => (one.number === null ? null : one.commandId)));
    const own = readOwnEntries(desk.store, {
      ...{ name: person?.name ?? null, role: person?.role ?? '', agency: person?.agency ?? null },
    });
    for (const entry of own) {
      if (sealed.has(entry.commandId)) table.remove(entry.id);
      else put(entry, null);
    }
  }

  function dropLines(): void {
    lines.clear();
    table.clear();
    Object.assign(held, { readAt: null, isComplete: false, chain: NO_CHAIN, ownRevision: -1 });
  }

  function prove(): void {
    const whole = readsAll && reach.missionId === null;
    const known = readMeta(desk.store.statements, META_NAME, endSchema);
    const proved = lines.prove({ known, head: held.head, whole, toTheEnd: whole && reach.until === null });
    held.chain = { ...proved, checkedAt: new Date(desk.image.now).toISOString() };
    const end = lines.end();
    if (proved.broken !== null || end === null || desk.store.readOnly) return;
    if (known === null || known.number < end.number)
      desk.store.transaction('decision', ({ statements }) => writeMeta(statements, META_NAME, end));
  }

  async function bring(client: NationalClient, onPage: () => void): Promise<void> {
    const floor = held.isComplete ? lines.newest() : null;
    let before: number | null = null;
    for (;;) {
      const limit = before === null ? FIRST_PAGE : PAGE;
      const page = await client.readJournal({ ...asked, before, limit }, abort.signal);
      if (before === null) held.head = page.head;
      await inSlices(
        desk.turns,
        page.lines,
        () => abort.signal.aborted,
        (line) => {
          const entry = entryOfLine(line);
          put(entry, lines.take(entry, mayReadWords));
        },
      );
      if (abort.signal.aborted) return;
      held.ownRevision = -1;
      const isMet = floor !== null && (page.lines.at(-1)?.number ?? 0) <= floor;
      if (page.next === null || isMet || lines.size >= MOST_JOURNAL_LINES) {
        held.isTruncated = page.next !== null && (!isMet || held.isTruncated);
        for (const number of lines.trim()) {
          table.remove(`n:${number}`);
          held.isTruncated = true;
        }
        return;
      }
      before = page.next;
      onPage();
    }
  }

  async function run(client: NationalClient, onPage: () => void): Promise<void> {
    try {
      await bring(client, onPage);
      if (abort.signal.aborted) return;
      Object.assign(held, { readAt: desk.image.now, failedAt: null, fault: null, isComplete: true });
    } catch (error) {
      if (abort.signal.aborted) return;
      if (!(error instanceof NationalFault)) throw error;
      Object.assign(held, { failedAt: desk.image.now, fault: error });
      if (error.code === 'no-right') dropLines();
    }
    if (lines.size > 0) prove();
  }

  function start(client: NationalClient): void {
    held.first = new Promise((resolve, reject) => {
      const onPage = () => {
        resolve();
        tell();
      };
      held.running = run(client, onPage).then(resolve, reject);
    });
    // Whoever waits for it hears of it; nobody may.
    held.first.catch(() => undefined);
    void held.running
      ?.catch(() => undefined)
      .then(() => {
        held.running = null;
        if (!abort.signal.aborted) tell();
      });
  }

  function isDue(): boolean {
    if (held.running !== null || scope === null) return false;
    const now = desk.image.now;
    if (held.failedAt !== null) return now - held.failedAt >= AFTER_FAULT_MILLISECONDS;
    return held.readAt === null || now - held.readAt >= STALE_MILLISECONDS;
  }

  function source(): Pick<JournalState, 'source' | 'message'> {
    if (scope === null) return { source: 'own-acts', message: person === null ? SIGNED_OUT : NO_RIGHT };
    if (desk.client() === null) return { source: 'offline', message: SIGNED_OUT };
    if (held.running !== null && !held.isComplete) return { source: 'reading', message: null };
    if (held.fault === null) return { source: 'service', message: null };
    return { source: held.fault.code === 'no-right' ? 'refused' : 'offline', message: held.fault.message };
  }

  return {
    table,
    async ready() {
      const client = desk.client();
      // Rights were withdrawn: what they had brought goes, without waiting for the service to say it again.
      if (lines.size > 0 && desk.syncState().connection === 'no-right') dropLines();
      if (client !== null && isDue()) start(client);
      if (held.first !== null && !held.isComplete && lines.size === 0)
        await Promise.race([held.first, desk.turns.later(PATIENCE_MILLISECONDS)]);
      bringOwnActs();
    },
    state: () => ({
      scope: scope as JournalState['scope'],
      ...source(),
      held: lines.size,
      truncated: held.isTruncated,
      readAt: held.readAt === null ? null : new Date(held.readAt).toISOString(),
      waiting: [...table.entries.values()].filter(({ state }) => state === 'pending' || state === 'sending').length,
      chain: held.chain,
    }),
    again() {
      const client = desk.client();
      if (client !== null && scope !== null && held.running === null) start(client);
    },
    stop: () => abort.abort(),
  };
}
