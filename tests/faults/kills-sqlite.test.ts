import { describe, expect, it } from 'vitest';
import { everyCrash } from './kills/crash-points.ts';
import { describeKills, runKillCampaign } from './kills/kill-campaign.ts';

const CAMPAIGN = { database: 'sqlite', server: '', seed: 1, kills: 60, crashes: everyCrash() } as const;

describe('60 kills of the service on SQLite at any instant, and one at each named instant around a commit', () => {
  it('D3 D7 nothing lost, doubled or misreported; the file and the journal hold', async () => {
    const report = await runKillCampaign(CAMPAIGN);
    expect(describeKills(CAMPAIGN, report)).toEqual([]);
    expect(report.kills).toBe(CAMPAIGN.kills + CAMPAIGN.crashes.length);
    expect(report.accepted, 'people really worked').toBeGreaterThan(CAMPAIGN.kills);
  });
});
