import { describe, expect, it } from 'vitest';
import { describeViolations, RACED_SEEDS, runRaces, total } from './races/race-campaign.ts';
import { loadService } from './service/load-service.ts';

const RACES = RACED_SEEDS.sqlite;
const CHUNK = 70;

describe('350 races of 2 to 5 people on SQLite', () => {
  it.each(Array.from({ length: RACES / CHUNK }, (_, chunk) => 1 + chunk * CHUNK))(
    'F59 F85 F114 never over-filled, one accepted per version, each loser told by whom and when: 70 seeds from %i',
    async (firstSeed) => {
      const code = await loadService();
      const reports = await runRaces(code, { database: 'sqlite', server: '', firstSeed, races: CHUNK });
      expect(describeViolations('sqlite', reports)).toEqual([]);
      const {
        pending = 0,
        accepted = 0,
        conflict = 0,
        refused = 0,
        forged = 0,
      } = total(reports.map(({ outcomes }) => outcomes));
      expect(pending).toBe(0);
      expect(Math.min(accepted, conflict, refused, forged), 'every outcome was really met').toBeGreaterThan(0);
    },
  );
});
