import { describe, expect, inject, it } from 'vitest';
import { EVERY_BUG } from './planted/every-bug.ts';
import { HUNT_LIMIT, hunt, loadSick } from './planted/hunt.ts';
import { describeViolations, runRaces } from './races/race-campaign.ts';
import { loadService } from './service/load-service.ts';
import { countMatches } from './service/source-change.ts';

const changes = EVERY_BUG.flatMap(({ name, changes: list }) => list.map((change) => ({ name, change })));

describe('planted bugs', () => {
  it.each(changes)('$name matches $change.file exactly once', ({ change }) => {
    expect(countMatches(change), change.find).toBe(1);
  });

  it('each has a name of its own, and says why where it cannot show on one of the databases', () => {
    expect(new Set(EVERY_BUG.map(({ name }) => name)).size).toBe(EVERY_BUG.length);
    const silent = EVERY_BUG.filter(({ databases, elsewhere }) => databases.length < 2 && elsewhere === undefined);
    expect(silent).toEqual([]);
  });

  it.each(EVERY_BUG)('$name is seen, and the same seeds are green without it', async (bug) => {
    const [database] = bug.databases;
    const server = inject('postgresServer');
    const sight = await hunt(bug, await loadSick(bug), database, server);
    expect(sight.seen, `${bug.name} survived ${HUNT_LIMIT} races`).not.toBeNull();
    const healthy = await loadService();
    const reports = await runRaces(healthy, { database, server, firstSeed: 1, races: sight.runs });
    expect(describeViolations(database, reports)).toEqual([]);
  });
});
