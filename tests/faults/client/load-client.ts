/** The parts of the workspace that a campaign plays with: the true ones, or a copy with changes planted in it. */
import { createRequire } from 'node:module';
import { addressOf, plantChanges } from '../service/plant-changes.ts';
import type { SourceChange } from '../service/source-change.ts';

const { nativeImport } = createRequire(import.meta.url)('../service/native-import.cjs') as {
  nativeImport: (specifier: string) => Promise<unknown>;
};

const FILES = {
  store: 'src-main/store/store.ts',
  fault: 'src-main/store/store-fault.ts',
  views: 'src-main/store/queries/view-rows.ts',
  outbox: 'src-main/store/outbox/read-outbox.ts',
  synchroniser: 'src-main/sync/synchroniser.ts',
  client: 'src-main/national/national-client.ts',
  nationalFault: 'src-main/national/national-fault.ts',
  desk: 'src-main/commands/decision-desk.ts',
  failure: 'src-main/commands/decision-failure.ts',
} as const;

export interface ClientCode {
  readonly store: typeof import('../../../src-main/store/store.ts');
  readonly fault: typeof import('../../../src-main/store/store-fault.ts');
  readonly views: typeof import('../../../src-main/store/queries/view-rows.ts');
  readonly outbox: typeof import('../../../src-main/store/outbox/read-outbox.ts');
  readonly synchroniser: typeof import('../../../src-main/sync/synchroniser.ts');
  readonly client: typeof import('../../../src-main/national/national-client.ts');
  readonly nationalFault: typeof import('../../../src-main/national/national-fault.ts');
  readonly desk: typeof import('../../../src-main/commands/decision-desk.ts');
  readonly failure: typeof import('../../../src-main/commands/decision-failure.ts');
}

/** The service's first transfer, which the campaigns of the service do not need. */
export const loadBulk = async () =>
  (await nativeImport(
    addressOf('national-api/feed/bulk.ts', null),
  )) as typeof import('../../../national-api/feed/bulk.ts');

/**
 * @param mark names the copy: one name, one copy, for the life of the process
 * @throws when a change does not match exactly once, or lies in a file that is never loaded
 */
export async function loadClient(
  mark: string | null = null,
  changes: readonly SourceChange[] = [],
): Promise<ClientCode> {
  const planting = mark === null ? null : plantChanges(mark, changes);
  try {
    const parts: [string, unknown][] = [];
    for (const [name, file] of Object.entries(FILES)) parts.push([name, await nativeImport(addressOf(file, mark))]);
    const unused = planting?.unused() ?? [];
    if (unused.length > 0) throw new Error(`${mark}: never loaded: ${unused.join(', ')}`);
    return Object.fromEntries(parts) as unknown as ClientCode;
  } finally {
    planting?.stop();
  }
}
