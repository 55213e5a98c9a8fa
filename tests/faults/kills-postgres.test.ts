import { describe, expect, inject, it } from 'vitest';
import { everyCrash } from './kills/crash-points.ts';
import { describeKills, runKillCampaign } from './kills/kill-campaign.ts';

const CAMPAIGN = {
  database: 'postgres',
  server: inject('postgresServer'),
  seed: 2,
  kills: 40,
  crashes: everyCrash(),
} as const;

describe('40 kills of the service on PostgreSQL at any instant, and one at each named instant around a commit', () => {
  it('D3 D7 nothing lost, doubled or misreported; the journal holds', async () => {
    const report = await runKillCampaign(CAMPAIGN);
    expect(describeKills(CAMPAIGN, report)).toEqual([]);
    expect(report.kills).toBe(CAMPAIGN.kills + CAMPAIGN.crashes.length);
    expect(report.accepted, 'people really worked').toBeGreaterThan(CAMPAIGN.kills);
  });
});
