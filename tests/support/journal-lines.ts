/** A journal as the service would give it, chained for good, and a service that gives it page by page. */
import { createHash } from 'node:crypto';
import { journalLineText, journalWordsText } from '../../contract/national/journal-text.ts';
import type { JournalLineView, JournalPage } from '../../contract/national/views/journal-views.ts';
import type { Transport } from '../../src-main/national/transport.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const stored = (value: JournalLineView['before']): string | null => (value === null ? null : JSON.stringify(value));

export type InventedLine = Partial<Omit<JournalLineView, 'number' | 'hash' | 'previousHash' | 'valueHash' | 'salt'>>;

/** Oldest first, numbered from 1. @param patches one for each line */
export function inventJournal(patches: readonly InventedLine[]): JournalLineView[] {
  let previousHash = '';
  return patches.map((patch, index) => {
    const number = index + 1;
    const line = {
      ...{ number, at: `2020-11-${String(1 + (index % 15)).padStart(2, '0')}T08:00:00.000Z`, actorId: 'regulator-6' },
      ...{
        actorName: 'Ariel Exemple',
        role: 'ars-regulator',
        agency: 6,
        commandId: null,
        kind: 'mission.set-priority',
      },
      ...{ subjectKind: 'mission', subjectId: 'm-1', origin: 'single', batchId: null, decidedAt: null },
      ...{ reason: 'Service fermé', before: { priority: 'none' }, after: { priority: 'P1' }, subjectAgency: 6 },
      ...{ salt: `sel-${number}`, previousHash },
      ...patch,
    };
    const { actorName, reason, before, after, salt } = line;
    const words = { actorName, reason, before: stored(before), after: stored(after) };
    const valueHash = sha256(journalWordsText(salt, words));
    const hash = sha256(journalLineText({ ...line, valueHash }));
    previousHash = hash;
    return { ...line, valueHash, hash };
  });
}

/** What a service answers to /v1/journal; null for every other path. @param all oldest first, read at each question */
export function journalAnswer(path: string, all: readonly JournalLineView[]): JournalPage | null {
  const url = new URL(path, 'https://national.example');
  if (url.pathname !== '/v1/journal') return null;
  const before = Number(url.searchParams.get('before') ?? Number.POSITIVE_INFINITY);
  const limit = Number(url.searchParams.get('limit'));
  const [from, until] = [url.searchParams.get('from') ?? '', url.searchParams.get('until') ?? '9999'];
  const found = all
    .filter(({ number, at }) => number < before && at.slice(0, 10) >= from && at.slice(0, 10) <= until)
    .toReversed();
  const lines = found.slice(0, limit);
  const last = all.at(-1);
  return {
    lines,
    next: found.length > limit ? (lines.at(-1)?.number ?? null) : null,
    head: { number: last?.number ?? 0, hash: last?.hash ?? '' },
  };
}

/** @param lost throws in place of an answer: the service cannot be reached */
export function journalExchange(
  read: () => readonly JournalLineView[],
  lost: () => Error | null,
): Transport['exchange'] {
  return async ({ path }) => {
    const fault = lost();
    const answer = journalAnswer(path, read());
    if (fault !== null) throw fault;
    const body = answer ?? { type: 'about:blank', title: 'Absent', status: 404, code: 'not-found', detail: 'Absent' };
    return {
      status: answer === null ? 404 : 200,
      headers: { 'content-type': answer === null ? 'application/problem+json' : 'application/json' },
      body: (async function* () {
        yield Buffer.from(JSON.stringify(body));
      })(),
    };
  };
}
