import type { Page } from 'playwright-core';
import type { WindowFacts } from '../host.ts';

const MOST = 200;

export interface PageWatch {
  violation(text: string): void;
  facts(): Promise<WindowFacts>;
}

/** Remembers what went wrong in a page, for pictures and tests. */
export function watchPage(page: Page): PageWatch {
  const consoleErrors: string[] = [];
  const cspViolations: string[] = [];
  const keep = (list: string[], text: string) => list.length < MOST && list.push(text.slice(0, 500));
  page.on('console', (message) => {
    if (message.type() === 'error') keep(consoleErrors, message.text());
  });
  page.on('pageerror', (error) => keep(consoleErrors, error.message));
  return {
    violation: (text) => keep(cspViolations, text),
    async facts() {
      const rows = await page.locator('tbody tr, [data-card]').count();
      return { title: await page.title(), rows, consoleErrors: [...consoleErrors], cspViolations: [...cspViolations] };
    },
  };
}
