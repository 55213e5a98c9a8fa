/** Plans of arbitration: kept in the journal with what they were made from, beside the proposals of the same batch (D7). */
import { afterEach, expect, it } from 'vitest';
import type { Verdict } from '../../contract/national/commands/verdict.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const codeOf = (verdict: Verdict | undefined) => (verdict && 'code' in verdict ? verdict.code : verdict?.outcome);

const PLAN = {
  takenAt: '2020-11-15T08:00:00.000Z',
  revision: 12,
  scope: { chosenMissions: null, agencies: [6], professions: [], priorities: ['P1'], alertedOnly: true },
  constraints: {
    reach: 'nation',
    distanceCaps: { local: 30, departemental: null, national: null },
    reserves: [{ agency: 4, keep: 2 }],
    ehpadExperience: 'preferred',
    intensiveCareExperience: 'required',
    verifiedOnly: false,
    freshFirst: true,
    mostSolicitations: 3,
  },
  forbidden: [],
  weightsVersion: 1,
  outcome: {
    posts: 2,
    filled: 1,
    greedyFilled: 1,
    kilometres: 41.5,
    isProven: true,
    shortfalls: [{ reason: 'reserve', posts: 1 }],
  },
  proposed: 1,
  digest: 'ab'.repeat(32),
  reason: null,
} as const;

onBothDatabases('plans of arbitration', (kind) => {
  let world: World;
  afterEach(() => world.dispose());

  it('D7 are kept in the journal with their inputs, in the batch of their proposals', async () => {
    world = await startWorld(kind);
    const mission = await world.mission();
    const candidate = await world.candidate({ agency: 4, departement: '35', mobilisation: 'national' });
    const pins = [{ missionId: mission.id, candidateId: candidate.id }];
    const id = world.nextId();
    const record = world.command('arbitration.record', id, { ...PLAN, agency: null, pins } as never, {
      batchId: 'b-1',
    });
    const proposal = world.command(
      'proposal.create',
      world.nextId(),
      { missionId: mission.id, candidateId: candidate.id, openingId: null, reason: null },
      { batchId: 'b-1' },
    );
    expect((await world.send(world.desk(), record, proposal)).map(codeOf)).toEqual(['accepted', 'accepted']);
    const lines = await world.ground.database.read
      .selectFrom('journal')
      .select(['kind', 'subjectKind', 'subjectId'])
      .where('batchId', '=', 'b-1')
      .orderBy('number')
      .execute();
    expect(lines.map(({ kind: told }) => told)).toEqual(
      expect.arrayContaining(['arbitration.record', 'proposal.create']),
    );
    expect(lines.find(({ kind: told }) => told === 'arbitration.record')).toMatchObject({
      subjectKind: 'arbitration',
      subjectId: id,
    });
  });

  it('S42 are recorded for one’s own region only, by the CCS for all', async () => {
    world = await startWorld(kind);
    const send = async (actor: Principal, agency: number | null) => {
      const input = { ...PLAN, agency, pins: [] } as never;
      const [verdict] = await world.send(actor, world.command('arbitration.record', world.nextId(), input));
      return codeOf(verdict);
    };
    expect(await send(world.regulator(6), 6)).toBe('accepted');
    expect(await send(world.regulator(6), 4)).toBe('out-of-scope');
    expect(await send(world.regulator(6), null)).toBe('out-of-scope');
    expect(await send(world.desk(), null)).toBe('accepted');
    expect(await send(world.requester('e-1'), 6)).toBe('no-right');
  });
});
