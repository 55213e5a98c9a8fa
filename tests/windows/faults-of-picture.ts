import { AxeBuilder } from '@axe-core/playwright';
import type { WindowBench } from './open-window.ts';
import type { Picture } from './pictures.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Enough rows to show every kind of cell; more only slow axe down. */
const FEW = 12;

/** What axe finds, contrast included, and what the page broke: its policy, or its own code. */
export async function faultsOfPicture(bench: WindowBench, picture: Picture, dark: boolean): Promise<readonly string[]> {
  const { scenario, size, before } = picture;
  const few = {
    ...scenario,
    missions: Math.min(scenario.missions, FEW),
    candidates: Math.min(scenario.candidates, FEW),
  };
  const opened = await bench.open(few, size, dark);
  try {
    await opened.page.waitForTimeout(500);
    await before?.(opened.page);
    await opened.page.waitForTimeout(300);
    const { violations } = await new AxeBuilder({ page: opened.page as never })
      .withTags(RULES)
      .setLegacyMode(true)
      .analyze();
    const found = violations.map(({ id, nodes }) => {
      const where = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160));
      return `${id}: ${where.join(' | ')}`;
    });
    return [...found, ...(await opened.violations()), ...opened.errors];
  } finally {
    await opened.close();
  }
}
