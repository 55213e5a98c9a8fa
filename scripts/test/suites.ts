import config from '../../vitest.config.mts';

/** A suite of tests: one project of vitest.config.mts. */
export type Suite = { readonly name: string; readonly project: string };

/**
 * Every suite that `npm test` runs, in the order of vitest.config.mts.
 * Journeys (Playwright, in a window) come after these when there are windows; their runner writes the same kind of report.
 */
export const SUITES: readonly Suite[] = (config.test?.projects ?? []).map((project) => {
  const name = typeof project === 'object' && 'test' in project ? project.test?.name : undefined;
  if (typeof name !== 'string') throw new Error('vitest.config.mts: every project has a name');
  return { name: `tests: ${name}`, project: name };
});
