/**
 * A refusal makes the person's other proposals resume, on missions that it does not hold. It once counted these missions
 * again all the same, and could write a count that two proposals made meanwhile had already left behind:
 *
 * ```
 * refusal     reads the other mission (1)      counts (2)                 writes 2
 * others                            1 → 2                 2 → 3
 * ```
 */
import type { KyselyPlugin } from 'kysely';
import { expect, it } from 'vitest';
import { HANDLERS } from '../../../national-api/commands/handlers.ts';
import { executeBatch } from '../../../national-api/kernel/execute-batch.ts';
import type { Ground } from '../../../national-api/kernel/ground.ts';
import type { World } from '../../support/world.ts';
import { startWorld } from '../../support/world.ts';

/** Lets something happen after each query of a transaction that reads the mission or counts its proposals. */
function between(ground: Ground, missionId: string, happen: () => Promise<unknown>): Ground {
  const noticed = new WeakSet<object>();
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const words = JSON.stringify(node);
      if (node.kind === 'SelectQueryNode' && words.includes(missionId)) noticed.add(queryId);
      return node;
    },
    async transformResult({ result, queryId }) {
      if (noticed.has(queryId)) await happen();
      return result;
    },
  };
  const transaction: Ground['database']['transaction'] = (work) =>
    ground.database.transaction((writer) => work(writer.withPlugin(plugin)));
  return { ...ground, database: { ...ground.database, transaction } };
}

async function propose(world: World, missionId: string, candidateId: string): Promise<string> {
  const id = world.nextId();
  const input = { missionId, candidateId, openingId: null, reason: null };
  const [verdict] = await world.send(world.regulator(), world.command('proposal.create', id, input));
  expect(verdict?.outcome).toBe('accepted');
  return id;
}

it('F83 F165 a refusal that frees a person leaves the counts of the other missions as others made them', async () => {
  const world = await startWorld('postgres');
  try {
    const [one, other] = [await world.mission({ headcount: 3 }), await world.mission({ headcount: 3 })];
    const [wanted, second, third] = [await world.candidate(), await world.candidate(), await world.candidate()];
    const proposal = await propose(world, one.id, wanted.id);
    await propose(world, other.id, wanted.id);
    const house = world.requester(one.establishmentId);
    const pair = { missionId: one.id, candidateId: wanted.id };
    await world.send(house, world.command('proposal.contact', proposal, pair, { version: 1 }));

    const meanwhile = [() => propose(world, other.id, second.id), () => propose(world, other.id, third.id)];
    const ground = between(world.ground, other.id, async () => meanwhile.shift()?.());
    const { version } = await world.row('proposal', proposal);
    const refusal = world.command(
      'proposal.refuse',
      proposal,
      { reason: 'skills-do-not-fit', comment: null },
      { version },
    );
    const [verdict] = await executeBatch(ground, HANDLERS, house, [refusal]);
    expect(verdict).toMatchObject({ outcome: 'accepted' });
    for (const happen of meanwhile) await happen();

    expect(await world.row('mission', other.id)).toMatchObject({ proposed: 3 });
  } finally {
    await world.dispose();
  }
});
