/** The kill campaign would see a slip: bugs that only a death reveals, each with the instant that reveals it. */
import { describe, expect, it } from 'vitest';
import { crashAt, DIE_NOW } from './kills/crash-points.ts';
import { runKillCampaign } from './kills/kill-campaign.ts';
import { EVERY_BUG } from './planted/every-bug.ts';
import { change } from './planted/planted-bug.ts';
import type { SourceChange } from './service/source-change.ts';

function bugNamed(name: string): readonly SourceChange[] {
  const bug = EVERY_BUG.find((each) => each.name === name);
  if (!bug) throw new Error(`No planted bug is named ${name}`);
  return bug.changes;
}

const BATCH = 'national-api/kernel/execute-batch.ts';

describe('bugs that a death reveals', () => {
  it.each([
    {
      name: 'result-outside-transaction',
      instant: 'between the effect and its verdict',
      crash: change(BATCH, 'if (kept.length > 0) {', `if (kept.length > 0) {\n${DIE_NOW}`),
    },
    {
      name: 'no-idempotency-record',
      instant: 'after the commit, before the answer',
      crash: crashAt('committed', 2),
    },
  ])('$name, by a death $instant', async ({ name, crash }) => {
    const bugs = bugNamed(name);
    const crashes = [crash, crash, crash];
    const report = await runKillCampaign({ database: 'sqlite', server: '', seed: 3, kills: 0, crashes, bugs });
    expect(report.violations).not.toEqual([]);
  });
});
