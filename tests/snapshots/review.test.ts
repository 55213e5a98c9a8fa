import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src-main/engine/create-engine.ts';
import type { EngineContext } from '../../src-main/engine/engine-context.ts';
import { engineRouter } from '../../src-main/engine/engine-room.ts';
import { asInReview } from '../../src-main/engine/snapshots/hide-neutral.ts';
import type { FileCheck } from '../../src-main/engine/snapshots/snapshot-control.ts';
import { approve } from '../../src-main/snapshots/format/approval.ts';
import { exported, WHOLE } from './exported.ts';
import { COLLEAGUE, NOW, SECOND, SIGNER, trustIn } from './sample-snapshot.ts';
import { smallRegion } from './small-region.ts';

const QUERY = { filters: [], search: '', sorts: [], offset: 0, limit: 50 };
const CHECK: FileCheck = {
  trust: trustIn(SIGNER, COLLEAGUE),
  identities: [],
  passphrase: null,
  now: NOW,
  agreementAsked: true,
};

function engine(): EngineContext {
  let count = 0;
  const refuse = () => {
    throw new Error('a review reaches no network');
  };
  return createEngine({
    clock: () => NOW,
    makeId: () => {
      count += 1;
      return `id-${count}`;
    },
    turns: { later: () => new Promise((resolve) => setImmediate(resolve)), stopwatch: () => performance.now() },
    timers: {
      now: () => NOW,
      fraction: () => 0,
      wait: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    },
    openTransport: refuse,
    log: () => undefined,
  });
}

const clientOf = (context: EngineContext) => createRouterClient(engineRouter(context), { context: {} });
type Client = ReturnType<typeof clientOf>;

async function give(client: Client, fileId: string, bytes: Uint8Array): Promise<void> {
  const text = Buffer.from(bytes).toString('base64');
  for (let at = 0; at < text.length; at += 4_000)
    await client.snapshotControl.receive({ fileId, part: text.slice(at, at + 4_000) });
}

async function reviewed(bytes: Uint8Array) {
  const context = engine();
  const client = clientOf(context);
  await give(client, 'file-1', bytes);
  const opened = await client.snapshotControl.openReview({ fileId: 'file-1', reviewId: 'review-1', check: CHECK });
  return { context, client, opened };
}

describe('a review', () => {
  it('D8 answers the queue, the people and the point of then, with nobody signed in and nothing to decide', async () => {
    const { context, client, opened } = await reviewed(await exported(smallRegion()));
    expect(opened).toMatchObject({
      ok: true,
      info: { nominative: false, signer: { owner: 'ARS de démonstration 1' } },
    });
    const missions = await client.missions.page(QUERY);
    expect([missions.total, missions.complete]).toEqual([60, true]);
    const people = await client.candidates.page({ missionId: null, query: QUERY });
    expect(people.total).toBeGreaterThan(890);
    expect(people.rows[0]).toMatchObject({ lastName: expect.stringMatching(/^[0-9A-F]{8}$/) });
    expect(await client.sync.state()).toMatchObject({ connection: 'review', waiting: 0 });
    const point = await client.point.read();
    expect(point.rows.reduce((sum, { people: count }) => sum + count, 0)).toBe(people.total);
    const sheet = await client.missions.sheet({ id: 'mission-3' });
    expect(sheet.mission).toMatchObject({ id: 'mission-3' });
    const decision = { kind: 'mission.set-priority', input: { priority: 'P1', reason: null } };
    await expect(
      client.decisions.preview({ decision, targets: { type: 'ids', ids: ['mission-3'] } } as never),
    ).rejects.toThrow();
    expect(context.desk()?.client()).toBeNull();
  });

  it('says nothing where the snapshot says nothing', async () => {
    const { context, client } = await reviewed(await exported(smallRegion()));
    const page = await client.candidates.page({ missionId: null, query: QUERY });
    const shown = asInReview(context.desk(), 'candidates.page', page) as typeof page;
    expect(shown.rows[0]).toMatchObject({ ehpad: null, vehicle: null, postalCode: null, identifierKind: null });
    expect(shown.rows.every(({ startDate }) => startDate !== '0001-01-01')).toBe(true);
    expect(shown.rows[0]?.['status']).not.toBeNull();
  });

  it('shows a nominative one with its names, once two people agreed', async () => {
    const request = { ...WHOLE, nominative: true };
    const approval = approve(request, SECOND, '2020-11-15T10:00:00.000Z', COLLEAGUE);
    const { client, opened } = await reviewed(await exported(smallRegion(), { request, approval }));
    expect(opened).toMatchObject({ ok: true, info: { agreedBy: { name: SECOND.name } } });
    const { rows } = await client.candidates.page({ missionId: null, query: { ...QUERY, search: 'ZORGLUBINETTE7' } });
    expect(rows[0]).toMatchObject({ firstName: 'Philomène-Canari' });
  });

  it('keeps nothing of a file that is refused', async () => {
    const bytes = await exported(smallRegion());
    const spoiled = bytes.with(bytes.byteLength - 9, (bytes.at(-9) ?? 0) ^ 1);
    const { context, opened } = await reviewed(spoiled);
    expect(opened).toMatchObject({ ok: false, code: 'altered' });
    expect(context.desk()).toBeNull();
  });

  it('compares two received files, and gives the rows behind a figure', async () => {
    const store = smallRegion();
    const pseudonymKey = new Uint8Array(32).fill(8);
    const before = await exported(store, { pseudonymKey });
    store.transaction('mirror', ({ statements, touched }) => {
      statements.run(`UPDATE main.mission SET priority = 'P4' WHERE priority = 'P1'`);
      touched.everyRow('mission');
    });
    const client = clientOf(engine());
    await give(client, 'a', before);
    await give(client, 'b', await exported(store, { pseudonymKey }));
    const side = (fileId: string) => ({ fileId, check: CHECK });
    const told = await client.snapshotControl.compare({ comparisonId: 'c-1', before: side('a'), after: side('b') });
    const totals = told.ok ? told.comparison.totals : [];
    const moved = totals.reduce((sum, { count }) => sum + count, 0);
    const behind = await client.snapshotControl.changes({ figure: 'priority-moved', query: QUERY });
    expect([new Set(totals.map(({ figure }) => figure)), behind.total]).toEqual([new Set(['priority-moved']), moved]);
    expect(behind.rows[0]).toMatchObject({
      before: 'priority:P1',
      after: 'priority:P4',
      by: expect.stringMatching(/^Agent /),
    });
    const question = { figure: 'priority-moved', column: 'departement', filters: [], search: '' };
    const { values } = await client.snapshotControl.changeFacet(question);
    expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(moved);
    const made = await client.exports.make({
      table: { of: 'changes', comparisonId: 'c-1', figure: null, query: QUERY },
      columns: [{ name: 'subject', label: 'Sujet', kind: 'text', words: [] }],
      format: 'csv',
      fileName: 'Changements',
    });
    const news = await Array.fromAsync(made);
    expect(news.at(-1)).toMatchObject({ step: 'done', rows: moved });
    const done = news.at(-1);
    const files = await Array.fromAsync(
      await client.control.takeFile({ fileId: done?.step === 'done' ? done.fileId : '' }),
    );
    expect(files[0]?.name).toMatch(/^changements-2020-11-15\.csv$/);
  });

  it('answers the changes only of what it compared', async () => {
    const client = clientOf(engine());
    await expect(client.snapshotControl.changes({ figure: null, query: QUERY })).rejects.toThrow();
  });
});
