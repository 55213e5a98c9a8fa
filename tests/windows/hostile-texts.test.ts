/** Every free text of the contract, on every window, with two hundred texts that want to be more than text (TRUST S32). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioOf } from './double/desk-scenario.ts';
import { FREE_FIELDS, HOSTILE_TEXTS } from './double/hostile-texts.ts';
import type { WindowBench } from './open-window.ts';
import { startWindowBench } from './open-window.ts';

const WINDOWS = [
  'missions',
  'candidates',
  'crisis',
  'blocked',
  'outbox',
  'journal',
  'settings',
  'map',
  'board',
  'accounts',
  'follow-up',
] as const;
/** Those that show texts as text: a map draws them, and a board's cards are found by their marks. */
const SHOWS: ReadonlySet<string> = new Set(['missions', 'candidates', 'crisis', 'blocked', 'outbox', 'journal']);
const held: { bench: WindowBench | null; shown: Set<string> } = { bench: null, shown: new Set() };

beforeAll(async () => {
  held.bench = await startWindowBench();
}, 120_000);
afterAll(() => held.bench?.stop());

interface Seen {
  readonly hurt: boolean;
  /** Elements that a text became. */
  readonly born: number;
  readonly scripts: number;
  readonly links: number;
  readonly crashed: boolean;
  /** Hostile texts that are shown, word for word. */
  readonly whole: readonly string[];
}

/** Runs in the page. */
const READ_PAGE = `((texts) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const shown = [];
  while (walker.nextNode()) shown.push(walker.currentNode.textContent ?? '');
  for (const element of document.querySelectorAll('[title], [aria-label]'))
    shown.push(element.getAttribute('title') ?? '', element.getAttribute('aria-label') ?? '');
  const all = shown.join('\\n');
  return {
    hurt: 'hurt' in globalThis,
    born: document.querySelectorAll('[data-hurt], iframe, form[action], math').length,
    scripts: [...document.scripts].filter(({ src }) => src === '').length,
    links: [...document.querySelectorAll('a[href]')].filter(({ href }) => /^(javascript|data):/i.test(href)).length,
    crashed: document.querySelector('.dk-center [role="alert"]') !== null,
    whole: texts.filter((text) => all.includes(text)),
  };
})(${JSON.stringify(HOSTILE_TEXTS)})`;

describe('texts that want to be more than text', () => {
  it('S32 knows every free text of the contract', () => {
    expect([...FREE_FIELDS]).toEqual(
      expect.arrayContaining([
        'establishmentName',
        'city',
        'lastName',
        'firstName',
        'title',
        'detail',
        'label',
        'reason',
        'phone',
        'email',
      ]),
    );
  });

  it.each(WINDOWS)('S32 are text on the window %s, word for word, and run nowhere', async (window) => {
    const scenario = scenarioOf(window, { missions: 30, candidates: 30, hostile: true });
    const opened = await (held.bench as WindowBench).open(scenario, { width: 1600, height: 1000 }, false);
    try {
      const { page } = opened;
      const read = () => page.evaluate<Seen>(READ_PAGE);
      if (SHOWS.has(window))
        await expect.poll(async () => (await read()).whole.length, { timeout: 15_000 }).toBeGreaterThan(0);
      const row = page.locator('[data-row]').first();
      if ((await row.count()) > 0) {
        await row.click();
        await page.waitForTimeout(600);
      }
      const { whole, ...seen } = await read();
      expect(seen).toEqual({ hurt: false, born: 0, scripts: 0, links: 0, crashed: false });
      for (const text of whole) held.shown.add(text);
    } finally {
      await opened.close();
    }
  });

  it('S32 showed most of them somewhere', () => {
    expect(held.shown.size).toBeGreaterThan(100);
  });
});
