/** Decisions judged in a second, through the whole kernel: locks, versions, feed, journal, stored verdicts. */
import type { Command } from '../../../contract/national/commands/command.ts';
import { HANDLERS } from '../../../national-api/commands/handlers.ts';
import { executeBatch } from '../../../national-api/kernel/execute-batch.ts';
import type { Ground } from '../../../national-api/kernel/ground.ts';
import { isoInstant } from '../../../national-api/kernel/ground.ts';
import type { BenchCase } from '../bench-case.ts';
import { openGround, timed } from '../bench-case.ts';
import { DESK } from '../desk.ts';

/** One priority on each of so many missions. */
async function prioritise(ground: Ground, count: number): Promise<Command[]> {
  const missions = await ground.database.read
    .selectFrom('mission')
    .select(['id', 'priorityVersion'])
    .where('state', '=', 'open')
    .orderBy('id')
    .limit(count)
    .execute();
  return missions.map(({ id, priorityVersion }) => ({
    commandId: ground.makeId(),
    kind: 'mission.set-priority',
    subject: id,
    version: priorityVersion,
    origin: 'bulk',
    batchId: null,
    decidedAt: isoInstant(ground.clock()),
    input: { priority: 'P3', reason: 'Mesure' },
  }));
}

function judging(commands: number, batch: number): BenchCase {
  return async (input) => {
    const ground = await openGround(input);
    const orders = await prioritise(ground, commands);
    let accepted = 0;
    const { milliseconds } = await timed(async () => {
      for (let start = 0; start < orders.length; start += batch) {
        const verdicts = await executeBatch(ground, HANDLERS, DESK, orders.slice(start, start + batch));
        accepted += verdicts.filter(({ outcome }) => outcome === 'accepted').length;
      }
    });
    await ground.database.close();
    if (accepted !== orders.length) throw new Error(`${orders.length - accepted} commands were not accepted`);
    return { milliseconds, count: accepted };
  };
}

export const commandsOneByOne = judging(200, 1);
export const commandsByThousand = judging(1_000, 1_000);
