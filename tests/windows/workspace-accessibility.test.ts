import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';
import { PICTURES_WORKSPACE } from './pictures-workspace.ts';

const held: { bench: WindowBench | null } = { bench: null };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

describe('axe finds nothing in what the workspace draws; the page breaks no policy and writes no error', () => {
  for (const { name, scenario, size, dark, before } of PICTURES_WORKSPACE.filter((one) => one.size.width <= 1280))
    it(name, { timeout: 60_000 }, async () => {
      const few = { ...scenario, missions: 12, candidates: 12 };
      const opened = await (held.bench as WindowBench).open(few, size, dark);
      try {
        await before?.(opened.page);
        await opened.page.waitForTimeout(400);
        const { violations } = await new AxeBuilder({ page: opened.page as never })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .setLegacyMode(true)
          .analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        );
        expect([...found, ...(await opened.violations()), ...opened.errors]).toEqual([]);
      } finally {
        await opened.close();
      }
    });
});
