import { describe, expect, inject, it } from 'vitest';
import { EVERY_BUG } from './planted/every-bug.ts';
import { hunt, loadSick } from './planted/hunt.ts';
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

  // The seeds of a hunt are those that the races of the true service run: there they are green without the bug.
  it.each(EVERY_BUG)('$name is seen, and its race is green without it', async (bug) => {
    const [database] = bug.databases;
    const server = inject('postgresServer');
    const { seed, runs } = await hunt(bug, await loadSick(bug), database, server);
    expect(seed, `${bug.name} survived ${runs} races`).not.toBeNull();
    const reports = await runRaces(await loadService(), { database, server, firstSeed: seed ?? 1, races: 1 });
    expect(describeViolations(database, reports)).toEqual([]);
  });
});
