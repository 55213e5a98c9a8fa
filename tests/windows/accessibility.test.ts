import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';
import { PICTURES } from './pictures.ts';

const held: { bench: WindowBench | null } = { bench: null };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

/** Every state of the queue that is drawn at a laptop's size or at 200 %; some of them dark too. */
const DARK = ['missions', 'missions-bulk', 'missions-palette', 'sign-in', 'offline'];
const STATES = PICTURES.filter(({ size, dark }) => size.width <= 1280 && dark !== true);

describe('axe, contrast on, finds nothing; the page breaks no policy and writes no error', () => {
  for (const dark of [false, true])
    for (const { name, scenario, size, before } of STATES.filter((state) => !dark || DARK.includes(state.name)))
      it(`${name}${dark ? ', dark' : ''}`, { timeout: 60_000 }, async () => {
        const opened = await (held.bench as WindowBench).open(
          { ...scenario, missions: Math.min(scenario.missions, 12) },
          size,
          dark,
        );
        try {
          await opened.page.waitForTimeout(500);
          await before?.(opened.page);
          await opened.page.waitForTimeout(300);
          const { violations } = await new AxeBuilder({ page: opened.page as never })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .setLegacyMode(true)
            .analyze();
          const found = violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .map(({ html }) => html.slice(0, 160))
                .slice(0, 3)
                .join(' | ')}`,
          );
          expect([...found, ...(await opened.violations()), ...opened.errors]).toEqual([]);
        } finally {
          await opened.close();
        }
      });
});
