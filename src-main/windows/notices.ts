/**
 * What the workstation told: an alert answered, a conflict, people blocked. Each is kept in a list; the host's own
 * notification is shown beside it, but in quiet hours, whose end says once how many came.
 */
import { z } from 'zod';
import type { Notice, QuietHours } from '../../contract/app/workspace-contract.ts';
import { noticeSchema, quietHoursSchema } from '../../contract/app/workspace-contract.ts';
import type { SealedFile } from '../settings/sealed-file.ts';
import { isQuiet, localTime } from './quiet-hours.ts';

export interface NoticesParts {
  /** A notice may name a mission: it is sealed. */
  readonly file: SealedFile;
  readonly notify: (title: string, body: string) => void;
  readonly clock: () => number;
  readonly newId: () => string;
  /** Runs something after so many milliseconds; what it returns calls it off. */
  readonly later: (ms: number, work: () => void) => () => void;
  readonly onChanged: () => void;
}

export interface Notices {
  /** Reads what was kept. */
  restore(): Promise<void>;
  tell(kind: Notice['kind'], title: string, body: string): void;
  list(): { quietHours: QuietHours; notices: Notice[] };
  markRead(): void;
  setQuietHours(hours: QuietHours): void;
  /** Writes down what is not yet. */
  settle(): Promise<void>;
}

const keptSchema = z.strictObject({ quietHours: quietHoursSchema, notices: z.array(noticeSchema).max(200) });

const MOST = 200;
const WRITE_AFTER_MS = 500;
const MINUTE = 60_000;

export function createNotices({ file, notify, clock, newId, later, onChanged }: NoticesParts): Notices {
  const state = {
    quietHours: null as QuietHours,
    notices: [] as readonly Notice[],
    cancelWrite: null as (() => void) | null,
    cancelWatch: null as (() => void) | null,
  };
  const isQuietNow = () => isQuiet(state.quietHours, localTime(new Date(clock())));
  const write = () => {
    state.cancelWrite = null;
    return file.write(JSON.stringify({ quietHours: state.quietHours, notices: state.notices })).catch(() => undefined);
  };
  const changed = () => {
    state.cancelWrite?.();
    state.cancelWrite = later(WRITE_AFTER_MS, () => void write());
    onChanged();
  };
  /** Once the quiet is over, one sentence for all that it held back. */
  const watchEnd = () => {
    state.cancelWatch?.();
    state.cancelWatch = later(MINUTE, () => {
      if (isQuietNow()) return watchEnd();
      state.cancelWatch = null;
      const held = state.notices.filter(({ quiet, read }) => quiet && !read).length;
      if (held > 0) notify('Poste de régulation', heldBack(held));
    });
  };
  return {
    async restore() {
      const kept = keptSchema.safeParse(parseJson(await file.read()));
      if (!kept.success) return;
      state.quietHours = kept.data.quietHours;
      state.notices = [...state.notices, ...kept.data.notices].slice(0, MOST);
      onChanged();
    },
    tell(kind, title, body) {
      const quiet = isQuietNow();
      const notice = { id: newId(), at: new Date(clock()).toISOString(), kind, title, body, read: false, quiet };
      state.notices = [notice, ...state.notices].slice(0, MOST);
      if (quiet) watchEnd();
      else notify(title, body);
      changed();
    },
    list: () => ({ quietHours: state.quietHours, notices: [...state.notices] }),
    markRead() {
      if (state.notices.every(({ read }) => read)) return;
      state.notices = state.notices.map((one) => ({ ...one, read: true }));
      changed();
    },
    setQuietHours(hours) {
      state.quietHours = hours;
      changed();
    },
    async settle() {
      state.cancelWatch?.();
      if (state.cancelWrite === null) return;
      state.cancelWrite();
      await write();
    },
  };
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function heldBack(count: number): string {
  return count === 1
    ? 'Une notification est arrivée pendant les heures calmes.'
    : `${count} notifications sont arrivées pendant les heures calmes.`;
}
