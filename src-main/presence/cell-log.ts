/**
 * The cell's log as this workstation shows it: what the service keeps, and what was written here and has not reached it
 * yet, kept sealed on this disk until it does. A hand-over by somebody else is told once.
 */
import { z } from 'zod';
import type { LogEntry } from '../../contract/app/presence-contract.ts';
import { LOG_KINDS } from '../../contract/domain/cell-log.ts';
import type { CellLogEntry } from '../../contract/national/routes/presence-routes.ts';
import { CELL_LOG_PAGE } from '../../contract/national/routes/presence-routes.ts';
import type { SealedFile } from '../settings/sealed-file.ts';

const waitingSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(LOG_KINDS),
  text: z.string(),
  authorId: z.string(),
  authorName: z.string(),
  at: z.string(),
});
type WaitingEntry = z.infer<typeof waitingSchema>;

const keptSchema = z.strictObject({
  waiting: z.array(waitingSchema).max(500),
  /** The last hand-over that was told here. */
  toldHandOver: z.string().nullable(),
});

export interface CellLogParts {
  readonly file: SealedFile;
  /** The newest page of the log, or the one before an entry. */
  readonly read: (before: string | null) => Promise<readonly CellLogEntry[]>;
  readonly write: (entry: Pick<CellLogEntry, 'id' | 'kind' | 'text'>) => Promise<unknown>;
  /** Who is signed in; null when nobody is. */
  readonly person: () => { readonly id: string; readonly name: string } | null;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly onChanged: () => void;
  /** Somebody handed over. */
  readonly onHandOver: (entry: CellLogEntry) => void;
}

export interface CellLog {
  restore(): Promise<void>;
  /** `more`: the service has older entries than these. */
  list(): { known: boolean; more: boolean; entries: LogEntry[] };
  /** Asks for the page before the oldest entry that is here. */
  older(): Promise<void>;
  /** Resolves once it is kept here; null when nobody is signed in. */
  add(kind: LogEntry['kind'], text: string): Promise<LogEntry | null>;
  /** The service has this newest entry: read again if it is another, and send what waits. */
  follow(head: string | null): Promise<void>;
}

/** A shift: an older hand-over was told in its time. */
const HAND_OVER_LASTS_MS = 12 * 3_600_000;

export function createCellLog(parts: CellLogParts): CellLog {
  const { file, person, clock, newId, onChanged } = parts;
  const state = {
    /** Whose log was read; another person may be of another cell. */
    reader: null as string | null,
    head: null as string | null,
    entries: [] as readonly CellLogEntry[],
    more: false,
    waiting: [] as readonly WaitingEntry[],
    toldHandOver: null as string | null,
    sending: null as Promise<void> | null,
    /** Entries that the service will not have, whatever is tried again. */
    refused: new Set<string>(),
  };
  const keep = () => file.write(JSON.stringify({ waiting: state.waiting, toldHandOver: state.toldHandOver }));
  const mine = () => state.waiting.filter(({ authorId }) => authorId === person()?.id);
  const isKnown = () => state.reader !== null && state.reader === person()?.id;
  const refresh = async () => {
    const reader = person()?.id ?? null;
    const newest = await parts.read(null);
    const joins = newest.findIndex(({ id }) => id === state.head);
    // What was read before stays, if the two meet; nothing between them may be missing.
    const isSameLog = reader === state.reader && state.head !== null && joins >= 0;
    if (!isSameLog) state.more = newest.length === CELL_LOG_PAGE;
    state.entries = isSameLog ? [...newest.slice(0, joins), ...state.entries] : newest;
    state.head = state.entries[0]?.id ?? null;
    state.reader = reader;
    tellHandOver();
    onChanged();
  };
  const tellHandOver = () => {
    const newest = state.entries.find(({ kind }) => kind === 'hand-over');
    if (newest === undefined || newest.id === state.toldHandOver) return;
    const isRecent = clock() - Date.parse(newest.at) < HAND_OVER_LASTS_MS;
    state.toldHandOver = newest.id;
    void keep().catch(() => undefined);
    if (isRecent && newest.authorId !== person()?.id) parts.onHandOver(newest);
  };
  const send = (): Promise<void> => {
    state.sending ??= sendAll().finally(() => {
      state.sending = null;
    });
    return state.sending;
  };
  const sendAll = async () => {
    const next = () => mine().find(({ id }) => !state.refused.has(id));
    for (let entry = next(); entry !== undefined; entry = next()) {
      const { id, kind, text } = entry;
      try {
        await parts.write({ id, kind, text });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // It stays here, seen as waiting, and never holds the others back.
        state.refused.add(id);
        continue;
      }
      state.waiting = state.waiting.filter((one) => one.id !== id);
      await keep();
      await refresh();
    }
  };
  return {
    async restore() {
      const kept = keptSchema.safeParse(parseJson(await file.read()));
      if (!kept.success) return;
      state.waiting = [...kept.data.waiting, ...state.waiting];
      state.toldHandOver = kept.data.toldHandOver;
    },
    list() {
      const id = person()?.id;
      const here = [...mine()].reverse().map((one) => shown(one, id, true));
      const known = isKnown();
      const there = known ? state.entries.map((one) => shown(one, id, false)) : [];
      return { known, more: known && state.more, entries: [...here, ...there] };
    },
    async older() {
      const oldest = state.entries.at(-1);
      const reader = state.reader;
      if (!isKnown() || oldest === undefined) return;
      const page = await parts.read(oldest.id);
      // Somebody else reads now, or another question came first.
      if (reader !== state.reader || oldest.id !== state.entries.at(-1)?.id) return;
      state.entries = [...state.entries, ...page];
      state.more = page.length === CELL_LOG_PAGE;
      onChanged();
    },
    async add(kind, text) {
      const author = person();
      if (author === null) return null;
      const at = new Date(clock()).toISOString();
      const entry = { id: newId(), kind, text, authorId: author.id, authorName: author.name, at };
      state.waiting = [...state.waiting, entry];
      await keep();
      onChanged();
      // Not awaited: what is kept here is kept, with or without the network.
      send().catch(() => undefined);
      return shown(entry, author.id, true);
    },
    async follow(head) {
      // What could not be sent is sent another time; what can be read is read now.
      await send().catch(() => undefined);
      if (!isKnown() || head !== state.head) await refresh();
    },
  };
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'national-refused' || error.code === 'not-allowed');

function shown(entry: WaitingEntry, me: string | undefined, waiting: boolean): LogEntry {
  const { id, at, kind, authorId, authorName, text } = entry;
  return { id, at, kind, authorName, text, mine: authorId === me, waiting };
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
