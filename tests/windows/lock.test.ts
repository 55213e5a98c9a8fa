/** The cover of a workstation that nobody touches: drawn, read by axe, and not to be got round. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioOf } from './double/desk-scenario.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';

const PICTURES = resolve(import.meta.dirname, '../../build/pictures');
const held: { bench: WindowBench | null } = { bench: null };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

describe('a locked workstation', () => {
  it.each([
    ['light', false, { width: 1280, height: 800 }],
    ['dark', true, { width: 2560, height: 1440 }],
  ] as const)('S53 shows nothing of the work and says how to come back, %s', async (name, dark, size) => {
    const opened = await (held.bench as WindowBench).open(
      scenarioOf('missions', { missions: 12, locked: true }),
      size,
      dark,
    );
    try {
      const { page } = opened;
      const cover = page.getByRole('dialog', { name: 'Poste verrouillé' });
      await cover.waitFor();
      expect(await cover.innerText()).toContain('Le travail en cours est celui de Régulatrice Fictive.');
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `lock-${name}.png`) });
      const { violations } = await new AxeBuilder({ page: page as never }).setLegacyMode(true).analyze();
      expect([...violations.map(({ id }) => id), ...(await opened.violations()), ...opened.errors]).toEqual([]);
      // What is on top at any place is the cover or something in it.
      const places = [0.02, 0.3, 0.5, 0.7, 0.98].flatMap((x) => [0.02, 0.5, 0.98].map((y) => [x, y]));
      const under = await page.evaluate<boolean[]>(`${JSON.stringify(places)}.map(([x, y]) =>
        document.elementFromPoint(innerWidth * x, innerHeight * y)?.closest('.dk-lock') === null)`);
      expect(under.some((one) => one)).toBe(false);
    } finally {
      await opened.close();
    }
  });

  it('S53 is not opened by Escape, nor reached by Tab; opens by its button, with what was there', async () => {
    const opened = await (held.bench as WindowBench).open(
      scenarioOf('missions', { missions: 12, locked: true }),
      { width: 1280, height: 800 },
      false,
    );
    try {
      const { page } = opened;
      const cover = page.getByRole('dialog', { name: 'Poste verrouillé' });
      await cover.waitFor();
      for (const key of ['Escape', 'Escape', 'Escape', '/', 'Control+k', 'Tab', 'Tab', 'Tab'])
        await page.keyboard.press(key);
      expect(await cover.isVisible()).toBe(true);
      expect(await page.evaluate<string>('document.activeElement?.tagName')).not.toBe('INPUT');
      await cover.getByRole('button', { name: 'Se reconnecter pour reprendre' }).click();
      await cover.waitFor({ state: 'hidden' });
      await page.locator('[data-row]').first().waitFor();
    } finally {
      await opened.close();
    }
  });
});
