/**
 * The first transfer where no ready-made snapshot serves: columnar chunks of 2,000 rows, NDJSON under zstd
 * (PERFORMANCE §2). Missions come first, so that the queue is useful while candidates still arrive.
 *
 * ```
 * header {after, scopeVersion, counts} ─▶ chunk ─▶ chunk ─▶ … ─▶ trailer {end, rows}
 *                                            └─ resume: a new connection goes on after this chunk, same cursor
 * ```
 */
import { pipeline, Readable } from 'node:stream';
import { constants, createZstdCompress } from 'node:zlib';
import { z } from 'zod';
import type { bulkChunkSchema, bulkHeaderSchema, bulkTrailerSchema } from '../../contract/national/feed.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';
import { ROW_KIND_NAMES } from '../../contract/national/rows/row-kinds.ts';
import type { Ground } from '../kernel/ground.ts';
import { readHead } from '../kernel/seal.ts';
import { TABLES_HASH } from '../snapshot/schema-hash.ts';
import type { CallerScope } from './caller-scope.ts';
import { callerScope } from './caller-scope.ts';
import { FeedRefusal } from './feed-refusal.ts';
import { countRows, readChunk } from './read-chunk.ts';
import { readResume, writeResume } from './resume-token.ts';
import type { ScopeVersion } from './scope-versions.ts';
import { currentScope, scopeAtVersion } from './scope-versions.ts';

const resumeSchema = z.strictObject({
  scope: z.string(),
  after: z.int().min(0),
  scopeVersion: z.int().min(0),
  kind: z.enum(ROW_KIND_NAMES as [RowKind, ...RowKind[]]),
  beyond: z.string().max(64),
});
type Position = z.infer<typeof resumeSchema>;

export type BulkLine =
  | z.infer<typeof bulkHeaderSchema>
  | z.infer<typeof bulkChunkSchema>
  | z.infer<typeof bulkTrailerSchema>;

/** Where a transfer starts, or goes on: the cursor that its end will give is fixed by its first connection. */
async function positionOf(
  ground: Ground,
  scope: CallerScope,
  resume: string | undefined,
): Promise<{ position: Position; version: ScopeVersion }> {
  return ground.database.snapshot(async (reader) => {
    const head = await readHead(reader);
    if (resume === undefined) {
      const version = await currentScope(reader, scope.id);
      const position = { scope: scope.id, after: head, scopeVersion: version.version, kind: 'mission', beyond: '' };
      return { position: position as Position, version };
    }
    const position = readResume(resumeSchema, resume);
    if (position.scope !== scope.id) throw new FeedRefusal('scope-changed');
    const version = await scopeAtVersion(reader, scope.id, position.scopeVersion);
    if (version === null || position.after > head) throw new FeedRefusal('unknown-resume');
    return { position, version };
  });
}

async function* linesFrom(
  ground: Ground,
  scope: CallerScope,
  position: Position,
  version: ScopeVersion,
): AsyncGenerator<BulkLine> {
  const { after, scopeVersion } = position;
  const counts = await countRows(ground.database, scope, version.definition);
  yield { format: 'renfort-bulk-1', schemaHash: TABLES_HASH, scope: scope.id, after, scopeVersion, counts };
  let rows = 0;
  for (const kind of ROW_KIND_NAMES.slice(ROW_KIND_NAMES.indexOf(position.kind))) {
    let beyond = kind === position.kind ? position.beyond : '';
    for (;;) {
      const chunk = await readChunk(ground.database, kind, scope, version.definition, beyond);
      if (chunk === null) break;
      beyond = chunk.beyond;
      rows += chunk.numbers.length;
      const { columns, numbers, values } = chunk;
      yield {
        kind,
        columns: [...columns],
        numbers: [...numbers],
        values: values as (string | number | null)[][],
        resume: writeResume({ ...position, kind, beyond }),
      };
    }
  }
  yield { end: true, rows };
}

/**
 * The lines of a transfer, each read when it is asked for.
 *
 * @param resume what the last chunk that arrived said, on a new connection
 * @throws FeedRefusal before the first line: 'no-right', 'scope-changed', 'unknown-resume'
 */
export async function bulkLines(
  ground: Ground,
  principal: Principal,
  resume?: string,
): Promise<AsyncIterable<BulkLine>> {
  const scope = callerScope(principal);
  const { position, version } = await positionOf(ground, scope, resume);
  return linesFrom(ground, scope, position, version);
}

async function* ndjson(lines: AsyncIterable<BulkLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

/**
 * The same, as the zstd bytes of the answer. One chunk is held at a time: a slow reader stops the reading, and
 * destroying the stream ends it.
 */
export async function bulkStream(ground: Ground, principal: Principal, resume?: string): Promise<Readable> {
  const lines = Readable.from(ndjson(await bulkLines(ground, principal, resume)), { highWaterMark: 1 });
  // Flushed line by line: a chunk is useful as soon as it is whole.
  const compress = createZstdCompress({ flush: constants.ZSTD_e_flush });
  pipeline(lines, compress, (error) => {
    if (error) ground.log('bulk.cut', { error: error.name });
  });
  return compress;
}
