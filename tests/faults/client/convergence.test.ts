import { describe, expect, it } from 'vitest';
import { countMatches } from '../service/source-change.ts';
import { CLIENT_BUGS } from './client-bugs.ts';
import { HUNT_LIMIT, huntClientBug, playHistories } from './hunt-client-bug.ts';

const HISTORIES = 40;
const changes = CLIENT_BUGS.flatMap(({ name, changes: list }) => list.map((change) => ({ name, change })));

describe('workstations that converge (TRUST §3.3-3.4; G1 to G8)', () => {
  it('G1-G8 lose, double and misreport nothing over a bad network, a full disk and restarts', async () => {
    const reports = await playHistories(1, HISTORIES);
    const seen = reports.flatMap(({ seed, violations }) =>
      violations.map(({ oracle, what }) => `seed ${seed}: ${oracle}: ${what}`),
    );
    expect(seen).toEqual([]);
    const played: Record<string, number> = {};
    for (const { states } of reports) {
      for (const [state, count] of Object.entries(states)) played[state] = (played[state] ?? 0) + count;
    }
    // It really played: every fate of a decision was met.
    expect(Object.keys(played).sort()).toEqual(['confirmed', 'conflict', 'merged', 'refused', 'withdrawn']);
  });
});

describe('bugs planted in the workspace', () => {
  it.each(changes)('$name matches $change.file exactly once', ({ change }) => {
    expect(countMatches(change), change.find).toBe(1);
  });

  it('are at least twenty, each with a name of its own', () => {
    expect(new Set(CLIENT_BUGS.map(({ name }) => name)).size).toBe(CLIENT_BUGS.length);
    expect(CLIENT_BUGS.length).toBeGreaterThanOrEqual(20);
  });

  it.each(CLIENT_BUGS)('$name is seen', async (bug) => {
    const { seen } = await huntClientBug(bug);
    expect(seen, `${bug.name} survived ${HUNT_LIMIT} histories`).not.toBeNull();
  });
});
