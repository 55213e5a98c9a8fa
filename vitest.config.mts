import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Two cores at least, four at most: suites that start services share the machine with them. */
const workers = Math.max(1, Math.min(4, availableParallelism()));

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: workers,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    allowOnly: false,
    expect: { requireAssertions: true },
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'contract/**/*.test.ts',
            'spreadsheet/**/*.test.ts',
            'national-api/**/*.test.ts',
            'src-*/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/contract/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**'],
        },
      },
      { extends: true, test: { name: 'snapshots', include: ['tests/snapshots/**/*.test.ts'], testTimeout: 60_000 } },
      { extends: true, test: { name: 'house', include: ['tests/house/**/*.test.ts'], testTimeout: 120_000 } },
      {
        extends: true,
        test: {
          name: 'service',
          include: ['tests/service/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-server.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'campaigns',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-server.ts'],
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'host',
          testTimeout: 120_000,
          include: ['tests/host/**/*.test.ts'],
          // Which process holds which socket is read from /proc; elsewhere it is listed in docs/not-run.md.
          exclude: process.platform === 'linux' ? [] : ['tests/host/chromium-ports.test.ts'],
        },
      },
      { extends: true, test: { name: 'windows', include: ['tests/windows/**/*.test.ts'], testTimeout: 120_000 } },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/support/desk-world-pages.ts'],
          // Each starts a service and several workstations: one after the other.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { extends: true, test: { name: 'security', include: ['tests/security/**/*.test.ts'], testTimeout: 120_000 } },
      {
        extends: true,
        test: { name: 'arbitration', include: ['tests/arbitration/**/*.test.ts'], testTimeout: 60_000 },
      },
      { extends: true, test: { name: 'features', include: ['tests/features/**/*.test.ts'] } },
    ],
  },
});
