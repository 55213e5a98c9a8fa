/** Plans as a window asks for them: prepared, run in a worker of their own, edited, decided like anything else. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ArbitrationConstraints, PlanEdit } from '../../contract/app/arbitration-contract.ts';
import { DEFAULT_CONSTRAINTS } from '../../contract/app/plan-columns.ts';
import type { TableQuery } from '../../contract/app/table-query.ts';
import { digestOf } from '../../src-main/commands/decisions/commit-plan.ts';
import { readBatch } from '../../src-main/store/outbox/read-outbox.ts';
import { moveDecision } from '../../src-main/store/outbox/write-outbox.ts';
import { confirm, entryOf } from '../support/desk-rows.ts';
import type { EngineDesk } from '../support/engine-desk.ts';
import { openEngineDesk } from '../support/engine-desk.ts';

const SCOPE = { missions: null, agencies: [], professions: [], priorities: [], alertedOnly: false };
const NO_LIMIT: ArbitrationConstraints = { ...DEFAULT_CONSTRAINTS, mostSolicitations: null };
const ALL: TableQuery = { filters: [], search: '', sorts: [], offset: 0, limit: 200 };

/** Two missions in Nancy and Metz, three nurses near one or the other. */
const ENTRIES = [
  entryOf('mission', 'm-1', { headcount: 2, latitude: 48.69, longitude: 6.18, priority: 'P1' }),
  entryOf('mission', 'm-2', { headcount: 2, latitude: 49.12, longitude: 6.18, departement: '57' }),
  entryOf('candidate', 'c-1', { latitude: 48.7, longitude: 6.2, number: 1 }),
  entryOf('candidate', 'c-2', { latitude: 49.1, longitude: 6.2, number: 2 }),
  entryOf('candidate', 'c-3', { latitude: 49.0, longitude: 6.2, number: 3 }),
];

describe('arbitration at the desk', () => {
  const open: EngineDesk[] = [];
  afterEach(async () => {
    for (const { close } of open.splice(0)) await close();
  });

  async function desk(options: Parameters<typeof openEngineDesk>[1] = {}): Promise<EngineDesk> {
    const opened = await openEngineDesk(ENTRIES, options);
    open.push(opened);
    return opened;
  }

  async function planned(engine: EngineDesk, constraints = NO_LIMIT): Promise<string> {
    const { planId } = await engine.client.arbitration.prepare({ scope: SCOPE, constraints });
    await run(engine, planId);
    return planId;
  }

  async function run({ client }: EngineDesk, planId: string): Promise<string[]> {
    const phases: string[] = [];
    for await (const { phase } of await client.arbitration.run({ planId })) phases.push(phase);
    return phases;
  }

  async function pairs({ client }: EngineDesk, planId: string) {
    const { rows } = await client.arbitration.rows({ planId, query: ALL });
    return rows
      .filter((row) => row['candidateId'] !== null)
      .map((row) => `${row['missionId']} ${row['candidateId']} ${row['rowState']} ${row['change'] ?? '-'}`)
      .sort();
  }

  it('counts before it computes, then fills, proves and compares', async () => {
    const engine = await desk();
    const prepared = await engine.client.arbitration.prepare({ scope: SCOPE, constraints: NO_LIMIT });
    expect(prepared).toMatchObject({
      state: 'prepared',
      outcome: null,
      counts: { missions: 2, posts: 4, held: 0, candidates: 3, free: 3, pairs: 0 },
    });
    expect((await run(engine, prepared.planId)).at(-1)).toBe('done');
    const plan = await engine.client.arbitration.plan({ planId: prepared.planId });
    expect(plan).toMatchObject({ state: 'ready', isStale: false, counts: { pairs: 6 } });
    expect(plan.outcome).toMatchObject({
      isProven: true,
      plan: { filled: 3, byPriority: { P1: 2, P2: 0, P3: 0, P4: 0, none: 1 }, beyondRegion: 0 },
      greedy: { filled: 3 },
      today: { filled: 0 },
      shortfalls: [{ reason: 'taken-by-priority', posts: 1 }],
      kept: null,
    });
    expect(await pairs(engine, prepared.planId)).toEqual(['m-1 c-1 chosen -', 'm-1 c-3 chosen -', 'm-2 c-2 chosen -']);
    const { flows } = await engine.client.arbitration.flows({ planId: prepared.planId });
    expect(flows).toMatchObject([{ fromAgency: 6, toAgency: 6, people: 3 }]);
  });

  it('explains a pair by the terms of its cost, and an empty post by who was left at each gate', async () => {
    const engine = await desk();
    const planId = await planned(engine);
    const { rows } = await engine.client.arbitration.rows({ planId, query: ALL });
    const pair = rows.find((row) => row['candidateId'] === 'c-3');
    const detail = await engine.client.arbitration.row({ planId, rowId: String(pair?.['id']) });
    expect(detail.terms[0]).toEqual({ label: 'Distance à vol d’oiseau', cost: pair?.['distanceKm'] });
    expect(detail.reasons).toEqual(['1 personne mieux placée sert une autre mission, où le plan y gagne davantage.']);
    expect(detail.others.map(({ candidateId }) => candidateId)).toEqual(['c-1', 'c-2']);
    const empty = rows.find((row) => row['rowState'] === 'empty');
    const { shortfall } = await engine.client.arbitration.row({ planId, rowId: String(empty?.['id']) });
    expect(shortfall?.reason).toBe('taken-by-priority');
    expect(shortfall?.gates.map(({ left }) => left)).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
  });

  it('pins and forbids, and changes nothing else than it must', async () => {
    const engine = await desk();
    const planId = await planned(engine);
    const pin: PlanEdit = { kind: 'pin', missionId: 'm-2', candidateId: 'c-1' };
    expect(await engine.client.arbitration.edit({ planId, edits: [pin] })).toMatchObject({
      state: 'edited',
      edits: [pin],
    });
    await run(engine, planId);
    expect(await pairs(engine, planId)).toEqual(['m-1 c-2 chosen new', 'm-1 c-3 chosen kept', 'm-2 c-1 pinned new']);
    const release: PlanEdit = { ...pin, kind: 'release' };
    const forbid: PlanEdit = { kind: 'forbid', missionId: 'm-1', candidateId: 'c-3' };
    await engine.client.arbitration.edit({ planId, edits: [release, forbid] });
    await run(engine, planId);
    expect(await pairs(engine, planId)).toEqual(['m-1 c-1 chosen new', 'm-1 c-2 chosen kept', 'm-2 c-3 chosen new']);
  });

  it('a pin takes a post of its mission: nobody is sent there beyond what it asks', async () => {
    const engine = await desk();
    const planId = await planned(engine);
    const edits: PlanEdit[] = ['c-2', 'c-3'].map((candidateId) => ({ kind: 'pin', missionId: 'm-1', candidateId }));
    await engine.client.arbitration.edit({ planId, edits });
    await run(engine, planId);
    expect(await pairs(engine, planId)).toEqual(['m-1 c-2 pinned new', 'm-1 c-3 pinned kept', 'm-2 c-1 chosen new']);
  });

  it('says which demands contradict each other, and does not compute over them', async () => {
    const engine = await desk();
    const constraints = { ...NO_LIMIT, distanceCaps: { local: null, departemental: null, national: 20 } };
    const { planId } = await engine.client.arbitration.prepare({ scope: SCOPE, constraints });
    const edits: PlanEdit[] = [
      { kind: 'pin', missionId: 'm-1', candidateId: 'c-2' },
      { kind: 'pin', missionId: 'm-2', candidateId: 'c-2' },
    ];
    const { contradictions } = await engine.client.arbitration.edit({ planId, edits });
    expect(contradictions.map(({ demands }) => demands.map(({ kind }) => kind))).toEqual([
      ['pin', 'distance-cap'],
      ['pin', 'pin', 'one-post-each'],
    ]);
    await expect(run(engine, planId)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await engine.client.arbitration.plan({ planId })).toMatchObject({ state: 'prepared', outcome: null });
    await engine.client.arbitration.edit({ planId, edits: edits.map((edit) => ({ ...edit, kind: 'release' })) });
    expect((await run(engine, planId)).at(-1)).toBe('done');
  });

  it('writes nothing until it is decided, then proposes row by row and keeps the plan in the journal', async () => {
    const engine = await desk();
    const { client, desk: opened } = engine;
    const { revision } = opened.store;
    const planId = await planned(engine);
    expect(opened.store.revision).toBe(revision);
    const targets = await client.arbitration.choose({ planId, query: ALL });
    const preview = await client.decisions.preview({
      decision: { kind: 'commit-plan', planId, reason: null },
      targets,
    });
    expect(preview.counts).toEqual({ changes: 3, unchanged: 0, invalid: 0 });
    expect(opened.store.revision).toBe(revision);
    const { batchId, committed } = await client.decisions.commit({ previewId: preview.previewId, reason: null });
    expect(committed).toBe(3);
    const rows = readBatch(opened.store.statements, batchId);
    const [record, ...proposals] = rows;
    expect(record?.kind).toBe('arbitration.record');
    expect(proposals.map(({ kind }) => kind)).toEqual(['proposal.create', 'proposal.create', 'proposal.create']);
    const decided = proposals.map(({ missionId, candidateId }) => ({
      missionId: missionId ?? '',
      candidateId: candidateId ?? '',
    }));
    expect(JSON.parse(record?.input ?? '{}')).toMatchObject({
      agency: 6,
      proposed: 3,
      digest: digestOf(decided),
      outcome: { posts: 4, filled: 3, isProven: true },
      constraints: { reach: 'opened' },
    });
  });

  it('says of a row whose person was taken meanwhile why it cannot go, and lets the others go', async () => {
    const engine = await desk();
    const { client, desk: opened } = engine;
    const planId = await planned(engine);
    confirm(opened.store, entryOf('candidate', 'c-3', { engagement: 'contacted', openProposals: 0 }, 2));
    const targets = await client.arbitration.choose({ planId, query: ALL });
    const preview = await client.decisions.preview({
      decision: { kind: 'commit-plan', planId, reason: null },
      targets,
    });
    expect(preview.counts).toEqual({ changes: 2, unchanged: 0, invalid: 1 });
    expect(preview.rows[0]?.remarks).toEqual(['La personne est réservée par un établissement.']);
    expect(await client.arbitration.plan({ planId })).toMatchObject({ isStale: true });
  });

  it('is decided as it was computed: a plan that was edited since is run again first', async () => {
    const engine = await desk();
    const { client } = engine;
    const planId = await planned(engine);
    const targets = await client.arbitration.choose({ planId, query: ALL });
    await client.arbitration.edit({ planId, edits: [{ kind: 'forbid', missionId: 'm-1', candidateId: 'c-1' }] });
    const asked = { decision: { kind: 'commit-plan' as const, planId, reason: null }, targets };
    await expect(client.decisions.preview(asked)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('repairs a plan after the nation refused a row: it keeps what was taken and looks for somebody else', async () => {
    const engine = await desk();
    const { client, desk: opened } = engine;
    const planId = await planned(engine);
    const targets = await client.arbitration.choose({ planId, query: ALL });
    const preview = await client.decisions.preview({
      decision: { kind: 'commit-plan', planId, reason: null },
      targets,
    });
    const { batchId } = await client.decisions.commit({ previewId: preview.previewId, reason: null });
    const stolen = readBatch(opened.store.statements, batchId).find(({ candidateId }) => candidateId === 'c-1');
    if (stolen === undefined) throw new Error('c-1 was not proposed');
    opened.store.transaction('decision', (transaction) => {
      moveDecision(transaction, stolen, 'send', {});
      const sending = readBatch(transaction.statements, batchId).find(({ candidateId }) => candidateId === 'c-1');
      if (sending !== undefined)
        moveDecision(transaction, sending, 'refuse', { outcome: 'refused', settledAt: '2020-11-15T10:00:01.000Z' });
    });
    confirm(
      opened.store,
      entryOf('candidate', 'c-1', { engagement: 'contacted' }, 3),
      entryOf('candidate', 'c-4', { latitude: 48.6, longitude: 6.2, number: 4 }, 3),
    );
    const repaired = await client.arbitration.repair({ planId, batchId });
    expect(repaired.edits).toEqual([{ kind: 'forbid', missionId: 'm-1', candidateId: 'c-1' }]);
    await run(engine, planId);
    expect(await pairs(engine, planId)).toEqual(['m-1 c-3 held -', 'm-1 c-4 chosen new', 'm-2 c-2 held -']);
  });

  it('lets only the CCS reach the whole nation', async () => {
    const ars = await desk();
    const nation = { ...NO_LIMIT, reach: 'nation' as const };
    await expect(ars.client.arbitration.prepare({ scope: SCOPE, constraints: nation })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const ccs = await desk({ role: 'ccs-desk', agency: null });
    expect((await ccs.client.arbitration.prepare({ scope: SCOPE, constraints: nation })).counts.missions).toBe(2);
  });

  it('D14 tells how often a person was solicited', async () => {
    const engine = await desk();
    confirm(
      engine.desk.store,
      entryOf('proposal', 'p-1', { candidateId: 'c-2', missionId: 'm-9', state: 'withdrawn' }),
    );
    expect(await engine.client.responses.ofCandidate({ id: 'c-2' })).toMatchObject({
      solicitations: 1,
      lastSevenDays: 1,
      label: '1 sollicitation, dont 1 ces 7 derniers jours.',
    });
    const [line] = await engine.client.responses.byProfession({ agency: 6 });
    expect(line).toMatchObject({ profession: 'infirmier-diplome-etat', people: 1, solicitations: 1 });
  });
});
