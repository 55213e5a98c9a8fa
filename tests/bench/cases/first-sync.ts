/** A first synchronisation as a person lives it: HTTP, proofs, the encrypted base, indexes; by stream, and by snapshot. */
import type { BenchCase, CaseInput, Measure } from '../bench-case.ts';
import { timed } from '../bench-case.ts';
import { openWorkstation, serveNation } from '../workstation.ts';

async function synchronise(input: CaseInput, offer: 'snapshot' | 'stream'): Promise<Measure> {
  const service = await serveNation(input, offer);
  const workstation = await openWorkstation(input, service.url);
  try {
    const { milliseconds } = await timed(() => workstation.step());
    const tables = ['candidate', 'mission', 'establishment', 'proposal'];
    const count = tables.reduce(
      (sum, table) =>
        sum +
        (workstation.store.statements.rows<{ n: number }>(`SELECT count(*) AS n FROM main."${table}"`)[0]?.n ?? 0),
      0,
    );
    return { milliseconds, count };
  } finally {
    await workstation.close();
    await service.stop();
  }
}

export const firstSyncByStream: BenchCase = (input) => synchronise(input, 'stream');
export const firstSyncBySnapshot: BenchCase = (input) => synchronise(input, 'snapshot');
