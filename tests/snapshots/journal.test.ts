/** The journal in a snapshot: of the service, within the scope, proved when nominative, without anybody when not. FEATURES D7, D8. */
import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import type { JournalLineView } from '../../contract/national/views/journal-views.ts';
import { createEngine } from '../../src-main/engine/create-engine.ts';
import { engineRouter } from '../../src-main/engine/engine-room.ts';
import type { OpenDesk } from '../../src-main/engine/open-desk.ts';
import { ExportStopped } from '../../src-main/engine/snapshots/export-job.ts';
import { fetchJournal } from '../../src-main/engine/snapshots/fetch-journal.ts';
import { NationalFault } from '../../src-main/national/national-fault.ts';
import { compareSnapshots } from '../../src-main/snapshots/compare/compare-snapshots.ts';
import { createSnapshotRows } from '../../src-main/snapshots/compare/snapshot-rows.ts';
import { createPseudonyms } from '../../src-main/snapshots/content/pseudonyms.ts';
import { approve } from '../../src-main/snapshots/format/approval.ts';
import type { SnapshotRequest } from '../../src-main/snapshots/format/manifest.ts';
import { openSnapshot } from '../../src-main/snapshots/format/open-snapshot.ts';
import { NO_KEYS } from '../../src-main/snapshots/format/unseal.ts';
import { createPartWriter } from '../../src-main/snapshots/format/write-part.ts';
import type { Store } from '../../src-main/store/store.ts';
import { confirm, decide, decisionOf, entryOf } from '../support/desk-rows.ts';
import type { InventedLine } from '../support/journal-lines.ts';
import { inventJournal, journalAnswer } from '../support/journal-lines.ts';
import { exported, job, readBack, WHOLE } from './exported.ts';
import { COLLEAGUE, NOW, SECOND, SIGNER, streamOf, TRUST, trustIn } from './sample-snapshot.ts';
import { CANARIES, smallRegion } from './small-region.ts';

const REACH = { from: null, until: null, missionId: null };
const QUERY = { filters: [], search: '', sorts: [{ column: 'number', descending: false }], offset: 0, limit: 200 };
const SERIES = new Uint8Array(32).fill(5);
const never = new AbortController().signal;

/** Everything that a regulator of the region did on three missions, and on people enough to be told and too few. */
const PATCHES: readonly InventedLine[] = [
  { subjectId: 'mission-3', reason: CANARIES.note, actorName: CANARIES.byName, after: { priority: 'P2' } },
  { subjectId: 'mission-3', actorId: 'r-9', actorName: 'Régulateur Canarissime', after: { priority: 'P1' } },
  { subjectId: 'mission-4', kind: 'mission.note', before: { note: null }, after: { note: CANARIES.note } },
  { subjectId: 'mission-5', kind: 'mission.close', reason: 'duplicate', after: { state: 'closed' } },
  ...Array.from({ length: 6 }, (_, index): InventedLine => {
    const after = { verification: 'verified', lastName: CANARIES.lastName };
    const person = { subjectKind: 'candidate', subjectId: `candidate-${index}`, kind: 'candidate.verify' };
    return { ...person, at: '2020-11-10T09:12:13.000Z', before: null, after };
  }),
  { subjectKind: 'candidate', subjectId: 'candidate-7', kind: 'candidate.verify', at: '2020-11-11T09:00:00.000Z' },
  { subjectKind: 'proposal', subjectId: 'proposal-1', kind: 'proposal.create', at: '2020-11-12T10:11:12.000Z' },
  { role: 'candidate', actorId: 'candidate-9', actorName: CANARIES.lastName, subjectId: 'mission-6' },
];

const deskOf = (store: Store, lines: readonly JournalLineView[], fault: Error | null = null): OpenDesk =>
  ({
    store,
    client: () => ({
      async readJournal({ before, limit }: { before: number | null; limit: number }) {
        if (fault !== null) throw fault;
        const page = journalAnswer(`/v1/journal?limit=${limit}${before === null ? '' : `&before=${before}`}`, lines);
        return page as NonNullable<typeof page>;
      },
    }),
  }) as unknown as OpenDesk;

async function exportedWith(
  lines: readonly JournalLineView[],
  patch: Partial<SnapshotRequest> = {},
  store = smallRegion(),
) {
  const request = { ...WHOLE, ...patch };
  const desk = deskOf(store, lines);
  const { part, message } = await fetchJournal(job(), desk, request, createPseudonyms(SERIES), never);
  const approval = request.nominative ? approve(request, SECOND, '2020-11-15T10:00:00.000Z', COLLEAGUE) : null;
  const moreParts = part === null ? [] : [part];
  const bytes = await exported(store, { request, approval, moreParts, pseudonymKey: SERIES });
  return { bytes, message };
}

/** The desk of a file, as its windows ask it. */
async function reviewed(bytes: Uint8Array) {
  const context = createEngine({
    ...{ clock: () => NOW, makeId: () => 'id-1', log: () => undefined },
    turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
    timers: {
      ...{ now: () => NOW, fraction: () => 0 },
      wait: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    },
    openTransport: () => {
      throw new Error('a review reaches no network');
    },
  });
  const client = createRouterClient(engineRouter(context), { context: {} });
  await client.snapshotControl.receive({ fileId: 'f', part: Buffer.from(bytes).toString('base64') });
  const trust = trustIn(SIGNER, COLLEAGUE);
  const check = { trust, identities: [], passphrase: null, now: NOW, agreementAsked: true };
  await client.snapshotControl.openReview({ fileId: 'f', reviewId: 'r', check });
  return {
    page: (query: object = {}) => client.journal.page({ reach: REACH, query: { ...QUERY, ...query } }),
    state: () => client.journal.state({ reach: REACH }),
  };
}

describe('the journal in a snapshot', () => {
  it('D7 nominative, holds every line with what proves the chain, and the reviewer proves it', async () => {
    const { bytes, message } = await exportedWith(inventJournal(PATCHES), { nominative: true });
    expect(message).toBeNull();
    const { page, state } = await reviewed(bytes);
    expect((await state()).chain).toMatchObject({ first: 1, last: PATCHES.length, gaps: 0, broken: null });
    expect(await state()).toMatchObject({ source: 'review', message: null, held: PATCHES.length });
    const { rows } = await page();
    expect(rows[0]).toMatchObject({ number: 1, actorName: CANARIES.byName, reason: CANARIES.note, proof: 'proved' });
    expect((await page({ search: 'canarissime' })).total).toBe(2);
  });

  it('D7 a line that was altered before the export is named by who reviews it', async () => {
    const lines = inventJournal(PATCHES).map((line) => (line.number === 3 ? { ...line, agency: 4 } : line));
    const { bytes } = await exportedWith(lines, { nominative: true });
    expect((await (await reviewed(bytes)).state()).chain.broken?.number).toBe(3);
  });

  it('D8 pseudonymised, holds no name, no word of anybody, no person, no number and no instant about a person', async () => {
    const { bytes, message } = await exportedWith(inventJournal(PATCHES));
    const { rows, text, manifest } = await readBack(bytes);
    const lines = rows['journal'] ?? [];
    expect(Object.values(CANARIES).filter((canary) => text.includes(String(canary)))).toEqual([]);
    expect(text).not.toMatch(/candidate-\d|proposal-\d|regulator-6|Canari/);
    expect(lines).toHaveLength(PATCHES.length - 1);
    expect(message).toContain('1 ligne écartée');
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
    const people = lines.filter(({ subjectKind }) => subjectKind === 'candidate');
    expect(new Set(people.map(({ subjectId }) => subjectId)).size).toBe(6);
    expect(new Set(people.map(({ at }) => at))).toEqual(new Set(['2020-11-10T00:00:00.000Z']));
    expect(lines.find(({ kind }) => kind === 'mission.close')).toMatchObject({
      reason: 'duplicate',
      subjectId: 'mission-5',
    });
    expect(manifest.parts.find(({ name }) => name === 'journal')?.columns.map(({ name }) => name)).not.toContain(
      'hash',
    );
    const known = new Set((rows['candidate'] ?? []).map(({ id }) => id));
    expect(people.filter(({ subjectId }) => known.has(subjectId ?? ''))).toEqual([]);
  });

  it('D8 two series name neither people nor authors alike', async () => {
    const lines = inventJournal(PATCHES);
    const namesUnder = async (key: Uint8Array) => {
      const { part } = await fetchJournal(job(), deskOf(smallRegion(), lines), WHOLE, createPseudonyms(key), never);
      const { rows } = await readBack(await exported(smallRegion(), { moreParts: part === null ? [] : [part] }));
      return (rows['journal'] ?? [])
        .filter(({ subjectKind }) => subjectKind !== 'mission')
        .map(({ subjectId }) => subjectId);
    };
    const [one, other] = [await namesUnder(SERIES), await namesUnder(new Uint8Array(32).fill(6))];
    expect(one.filter((name) => other.includes(name))).toEqual([]);
    expect(one.length).toBeGreaterThan(5);
  });

  it('D8 a reviewer is told that a pseudonymised journal proves no chain, and that an old or absent one is not the service’s', async () => {
    const { bytes } = await exportedWith(inventJournal(PATCHES));
    const hidden = await (await reviewed(bytes)).state();
    expect([hidden.source, hidden.message]).toEqual(['review', expect.stringContaining('pseudonymisé')]);
    const without = await exported(smallRegion(), { request: { ...WHOLE, content: ['missions'] } });
    expect(await (await reviewed(without)).state()).toMatchObject({
      source: 'absent',
      message: 'Cet instantané ne contient pas de journal : il n’a pas été demandé à l’export.',
    });
    const writer = createPartWriter('journal', OLD_COLUMNS);
    await writer.add({ number: 1, at: '2020-11-01T00:00:00.000Z', byName: 'Agent 1', kind: 'mission.defer', ...OLD });
    const old = await exported(smallRegion(), {
      ...{ request: { ...WHOLE, content: ['missions'] }, moreParts: [await writer.end()] },
    });
    const { page, state } = await reviewed(old);
    expect((await state()).source).toBe('own-acts');
    expect((await page()).rows).toMatchObject([{ title: 'Report', state: 'confirmed', number: null }]);
  });

  it('D8 offline, the file says in its parts that it holds the author’s acts only, and the export says why', async () => {
    const store = smallRegion();
    const decision = {
      commandId: 'k-1',
      kind: 'mission.set-priority',
      fact: 'priority',
      subject: 'mission-3',
    } as const;
    decide(store, decisionOf(decision, { priority: 'P1', reason: null }));
    const fault = new NationalFault('unreachable');
    const { part, message } = await fetchJournal(
      job(),
      deskOf(store, [], fault),
      WHOLE,
      createPseudonyms(SERIES),
      never,
    );
    expect([part, message]).toEqual([null, expect.stringContaining('vos actes sur ce poste')]);
    const { bytes } = { bytes: await exported(store) };
    const names = (await readBack(bytes)).manifest.parts.map(({ name }) => name);
    expect(names).toContain('ownAct');
    expect(names).not.toContain('journal');
    const { page, state } = await reviewed(bytes);
    expect((await state()).source).toBe('own-acts');
    expect((await page()).rows).toMatchObject([{ state: 'pending', missionId: 'mission-3' }]);
  });

  it('D8 takes the agency, professions and départements that were asked, and stops when it is told to', async () => {
    const lines = inventJournal([...PATCHES, { agency: 14, subjectAgency: 14, subjectId: 'mission-9' }]);
    const scope = { ...WHOLE.scope, agency: 6 };
    const { rows } = await readBack((await exportedWith(lines, { scope, nominative: true })).bytes);
    expect((rows['journal'] ?? []).map(({ agency }) => agency)).not.toContain(14);
    const narrow = { ...scope, professions: ['aide-soignant'] };
    const fewer = await readBack((await exportedWith(lines, { scope: narrow, nominative: true })).bytes);
    expect(fewer.rows['journal']?.length ?? 0).toBeLessThan(rows['journal']?.length ?? 0);
    const stopping = job({ isStopped: () => true });
    await expect(
      fetchJournal(stopping, deskOf(smallRegion(), lines), WHOLE, createPseudonyms(SERIES), never),
    ).rejects.toThrow(ExportStopped);
  });

  it('D8 words longer than a cell may be are left out, and the line still holds', async () => {
    const { bytes } = await exportedWith(inventJournal([{}, { after: { plan: 'x'.repeat(30_000) } }, {}]), {
      nominative: true,
    });
    const { page, state } = await reviewed(bytes);
    expect((await state()).chain).toMatchObject({ lines: 3, erased: 1, broken: null });
    expect((await page()).rows.map((row) => row['proof'])).toEqual(['proved', 'erased', 'proved']);
  });
});

const column = (name: string, nullable = false) => ({ name, type: 'text' as const, nullable });
/** The part of files made before: the author's own acts under the name of the journal. */
const OLD_COLUMNS = [
  { name: 'number', type: 'integer' as const, nullable: false },
  ...[column('at'), column('byName'), column('kind'), column('subjectKind'), column('subjectId', true)],
  ...[column('title', true), column('state')],
];
const OLD = { subjectKind: 'deferral', subjectId: 'mission-3', title: null, state: 'confirmed' };

describe('comparing two snapshots that hold the journal', () => {
  it('D8 a priority that moved is told with everybody who moved it, in order', async () => {
    const store = smallRegion();
    confirm(store, entryOf('mission', 'mission-3', { priority: 'P3' }));
    const before = await exported(store, { takenAt: '2020-10-31T08:00:00.000Z', pseudonymKey: SERIES });
    confirm(store, entryOf('mission', 'mission-3', { priority: 'P1', priorityByName: 'Régulateur Canarissime' }));
    const { bytes: after } = await exportedWith(inventJournal(PATCHES), {}, store);
    const open = async (bytes: Uint8Array) => {
      const rows = createSnapshotRows();
      const { manifest } = await openSnapshot(streamOf(bytes), NO_KEYS, {
        ...{ trust: TRUST, now: NOW, expiredOpens: false },
        onBlock: (part, block) => rows.onBlock(part, block),
      });
      return { manifest, rows };
    };
    const { lines } = compareSnapshots(await open(before), await open(after));
    const moved = lines.find(({ figure, id }) => figure === 'priority-moved' && id === 'mission-3');
    const agents = createPseudonyms(SERIES);
    expect(moved?.by).toBe(`${agents.agent(CANARIES.byName)}, puis ${agents.agent('Régulateur Canarissime')}`);
  });
});
