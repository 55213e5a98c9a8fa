import { afterEach, describe, expect, it } from 'vitest';
import type { JournalLineView } from '../../../contract/national/views/journal-views.ts';
import { decide, decisionOf, entryOf } from '../../../tests/support/desk-rows.ts';
import type { EngineDesk } from '../../../tests/support/engine-desk.ts';
import { openEngineDesk } from '../../../tests/support/engine-desk.ts';
import type { InventedLine } from '../../../tests/support/journal-lines.ts';
import { inventJournal, journalExchange } from '../../../tests/support/journal-lines.ts';
import { NationalFault } from '../../national/national-fault.ts';
import { LINE_FAULTS } from './verify-chain.ts';

const desks: EngineDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

const WHOLE = { from: null, until: null, missionId: null };
const QUERY = { filters: [], search: '', sorts: [{ column: 'number', descending: true }], offset: 0, limit: 200 };
const PATIENT = { timeout: 20_000, interval: 20 };
const PRIORITY = { kind: 'mission.set-priority' as const, fact: 'priority' as const, subject: 'm-1' };
const INPUT = { priority: 'P1', reason: 'Service fermé' };
const MISSION = { establishmentName: 'EHPAD fictif des Tilleuls', departement: '54' };

interface Service {
  lines: readonly JournalLineView[];
  fault: Error | null;
}

async function open(patches: readonly InventedLine[], role = 'ccs-desk', agency: number | null = null) {
  const service: Service = { lines: inventJournal(patches), fault: null };
  const exchange = journalExchange(
    () => service.lines,
    () => service.fault,
  );
  const entries = [entryOf('mission', 'm-1', MISSION), entryOf('proposal', 'p-1', { missionId: 'm-1' })];
  const desk = await openEngineDesk(entries, { role, agency, exchange });
  desks.push(desk);
  const page = (patch: object = {}, reach: object = WHOLE) =>
    desk.client.journal.page({ reach: { ...WHOLE, ...reach }, query: { ...QUERY, ...patch } });
  const settled = () =>
    expect.poll(async () => (await desk.client.journal.state({ reach: WHOLE })).source, PATIENT).not.toBe('reading');
  const state = async () => {
    await desk.client.journal.page({ reach: WHOLE, query: QUERY });
    await settled();
    return desk.client.journal.state({ reach: WHOLE });
  };
  return { ...desk, service, page, state };
}

const many = (count: number): InventedLine[] => Array.from({ length: count }, () => ({}));

describe('the journal of the present', () => {
  it('D7 is brought whole, page after page, each line once, and its chain proved to the end', async () => {
    const { page, state } = await open(many(2_450));
    const { chain, held, source, truncated } = await state();
    expect({ held, source, truncated }).toEqual({ held: 2_450, source: 'service', truncated: false });
    expect(chain).toMatchObject({ first: 1, last: 2_450, lines: 2_450, gaps: 0, whole: true, broken: null });
    expect(await page()).toMatchObject({ total: 2_450, outOf: 2_450, complete: true });
    const { rows } = await page({ limit: 1 });
    expect(rows[0]).toMatchObject({
      ...{ number: 2_450, title: 'Priorité', actorName: 'Ariel Exemple', reason: 'Service fermé', proof: 'proved' },
      ...{ change: 'Priorité : Sans priorité → P1 · vitale', state: 'sealed', missionId: 'm-1' },
      subjectLabel: expect.stringContaining('EHPAD fictif des Tilleuls'),
    });
  });

  it('D7 names the first broken link when a line was altered, removed, or the end cut', async () => {
    const { client, service, state } = await open(many(40));
    const good = service.lines;
    const again = async () => {
      await client.journal.again({ reach: WHOLE });
      return (await state()).chain.broken;
    };
    expect((await state()).chain.broken).toBeNull();
    service.lines = good.map((line) => (line.number === 17 ? { ...line, reason: 'Autre motif' } : line));
    expect(await again()).toEqual({ number: 17, message: LINE_FAULTS.words });
    service.lines = good.map((line) => (line.number === 12 ? { ...line, actorId: 'x' } : line));
    expect(await again()).toEqual({ number: 12, message: LINE_FAULTS.altered });
    service.lines = inventJournal(good.map((line) => (line.number === 30 ? { reason: 'Récrit' } : {})));
    expect((await again())?.message).toBe(LINE_FAULTS.rewritten);
  });

  it('D7 remembers the end that it had read: another chain of the same length is told', async () => {
    const { client, service, state } = await open(many(9));
    await state();
    service.lines = inventJournal(many(9).map(() => ({ actorName: 'Quelqu’un d’autre' })));
    await client.journal.again({ reach: WHOLE });
    expect((await state()).chain.broken).toEqual({ number: 9, message: LINE_FAULTS.rewritten });
  });

  it('D7 an ARS lead proves what is given, and says how many runs are out of its right', async () => {
    const { service, state } = await open(many(10), 'ars-lead', 6);
    service.lines = service.lines.filter(({ number }) => number !== 4 && number < 9);
    const { chain, scope } = await state();
    expect(scope).toBe('own-region');
    expect(chain).toMatchObject({ first: 1, last: 8, lines: 7, gaps: 1, whole: false, broken: null });
  });

  it('D7 reads the newest again without asking for the rest, each line once', async () => {
    const { client, service, state, page } = await open(many(300));
    await state();
    service.lines = inventJournal(many(303));
    await client.journal.again({ reach: WHOLE });
    expect((await state()).chain).toMatchObject({ first: 1, last: 303, lines: 303, broken: null });
    expect((await page()).total).toBe(303);
  });

  it('D7 offline, shows the acts of this workstation, says why, and keeps what was read', async () => {
    const { desk, client, service, page, state } = await open(many(5));
    decide(desk.store, decisionOf({ ...PRIORITY, commandId: 'k-1', label: 'EHPAD fictif' }, INPUT));
    await state();
    service.fault = new NationalFault('unreachable');
    await client.journal.again({ reach: WHOLE });
    await expect.poll(async () => (await state()).source).toBe('offline');
    expect(await state()).toMatchObject({ held: 5, waiting: 1, message: expect.stringContaining('joignable') });
    const { rows } = await page({ filters: [{ type: 'among', column: 'state', values: ['pending'] }] });
    expect(rows).toMatchObject([{ id: 'c:k-1', number: null, subjectLabel: 'EHPAD fictif', proof: null }]);
    const none = await open([]);
    none.service.fault = new NationalFault('unreachable');
    await expect.poll(async () => (await none.state()).source).toBe('offline');
    expect((await none.page()).complete).toBe(true);
  });

  it('D7 forgets what it was given once the right is withdrawn', async () => {
    const { client, service, page, state } = await open(many(5));
    expect((await state()).held).toBe(5);
    service.fault = new NationalFault('no-right');
    await client.journal.again({ reach: WHOLE });
    await expect.poll(async () => (await state()).source, PATIENT).toBe('refused');
    expect(await state()).toMatchObject({ held: 0, message: expect.stringContaining('habilitation') });
    expect((await page()).total).toBe(0);
  });

  it('D7 an act that the journal holds is its line, and no longer an act beside', async () => {
    const { desk, page, state } = await open([{ commandId: 'k-1' }, { commandId: 'k-2' }]);
    decide(
      desk.store,
      decisionOf({ ...PRIORITY, commandId: 'k-1' }, INPUT),
      decisionOf({ ...PRIORITY, commandId: 'k-9', subject: 'm-9' }, INPUT),
    );
    await state();
    const { rows } = await page();
    expect(rows.map((row) => row['id']).sort()).toEqual(['c:k-9', 'n:1', 'n:2']);
  });

  it('D7 is narrowed by days, searched without accents, counted by value, and read line by line', async () => {
    const { client, page, state } = await open([
      ...many(15),
      { kind: 'mission.defer', after: { deferredUntil: null } },
    ]);
    await state();
    const inDays = { from: '2020-11-03', until: '2020-11-05' };
    await expect.poll(async () => (await page({}, inDays)).total, PATIENT).toBe(3);
    expect((await page({ search: 'SERVICE ferme' })).total).toBe(16);
    const question = { reach: WHOLE, column: 'title', filters: [], search: '' };
    const { values } = await client.journal.facet(question);
    expect(values).toEqual([
      { value: 'Priorité', count: 15 },
      { value: 'Report', count: 1 },
    ]);
    const sheet = await client.journal.sheet({ reach: WHOLE, id: 'n:3' });
    expect(sheet.fields).toEqual([{ label: 'Priorité', before: 'Sans priorité', after: 'P1 · vitale' }]);
    expect(sheet.hash).toHaveLength(64);
    await expect(client.journal.sheet({ reach: WHOLE, id: 'n:99' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('D7 names nobody whom this workstation does not hold, and tells an administrator no word', async () => {
    const stranger = { subjectKind: 'candidate', subjectId: 'c-404', kind: 'candidate.verify' };
    const { page, state, service } = await open([stranger, {}], 'administrator', null);
    const silent = { actorName: null, reason: null, before: null, after: null, salt: null };
    service.lines = service.lines.map((line) => ({ ...line, ...silent }));
    expect((await state()).chain).toMatchObject({ lines: 2, broken: null });
    const { rows } = await page();
    expect(rows.map((row) => row['proof'])).toEqual(['withheld', 'withheld']);
    expect(rows[1]?.['subjectLabel']).toBe('Personne hors de votre vue');
  });
});
