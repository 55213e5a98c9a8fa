/** The parts of the national service that a campaign plays with: the true one, or a copy with changes planted in it. */
import { createRequire } from 'node:module';
import { addressOf, plantChanges } from './plant-changes.ts';
import type { SourceChange } from './source-change.ts';

const { nativeImport } = createRequire(import.meta.url)('./native-import.cjs') as {
  nativeImport: (specifier: string) => Promise<unknown>;
};

const FILES = {
  batch: 'national-api/kernel/execute-batch.ts',
  handlers: 'national-api/commands/handlers.ts',
  work: 'national-api/kernel/unit-of-work.ts',
  sealing: 'national-api/kernel/seal.ts',
  ground: 'national-api/kernel/ground.ts',
  opening: 'national-api/database/open-database.ts',
  chain: 'national-api/journal/chain.ts',
  feed: 'national-api/feed/pull.ts',
  clock: 'national-api/clock/sweep.ts',
  scopes: 'national-api/feed/scope-versions.ts',
} as const;

export interface ServiceCode {
  readonly batch: typeof import('../../../national-api/kernel/execute-batch.ts');
  readonly handlers: typeof import('../../../national-api/commands/handlers.ts');
  readonly work: typeof import('../../../national-api/kernel/unit-of-work.ts');
  readonly sealing: typeof import('../../../national-api/kernel/seal.ts');
  readonly ground: typeof import('../../../national-api/kernel/ground.ts');
  readonly opening: typeof import('../../../national-api/database/open-database.ts');
  readonly chain: typeof import('../../../national-api/journal/chain.ts');
  readonly clock: typeof import('../../../national-api/clock/sweep.ts');
  readonly feed: typeof import('../../../national-api/feed/pull.ts');
  readonly scopes: typeof import('../../../national-api/feed/scope-versions.ts');
}

/**
 * @param mark names the copy: one name, one copy, for the life of the process
 * @throws when a change does not match exactly once, or lies in a file that the service never loads
 * @example const sick = await loadService('no-version-check', [{ file, find, replace }]);
 */
export async function loadService(
  mark: string | null = null,
  changes: readonly SourceChange[] = [],
): Promise<ServiceCode> {
  const planting = mark === null ? null : plantChanges(mark, changes);
  try {
    const parts = await Promise.all(
      Object.entries(FILES).map(async ([name, file]) => [name, await nativeImport(addressOf(file, mark))] as const),
    );
    const unused = planting?.unused() ?? [];
    if (unused.length > 0) throw new Error(`${mark}: never loaded: ${unused.join(', ')}`);
    return Object.fromEntries(parts) as unknown as ServiceCode;
  } finally {
    planting?.stop();
  }
}
