/** The first transfer by chunks: whole, resumable, and followed by a feed that leaves no gap. */
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createZstdDecompress } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { bulkChunkSchema, bulkHeaderSchema, bulkTrailerSchema } from '../../contract/national/feed.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { columnNames } from '../../contract/national/rows/column.ts';
import { ROW_KIND_NAMES, ROW_KINDS } from '../../contract/national/rows/row-kinds.ts';
import type { BulkLine } from '../../national-api/feed/bulk.ts';
import { bulkLines, bulkStream } from '../../national-api/feed/bulk.ts';
import { changeOpening, changeRow, closePools, openPools, transact, WORLD_TODAY } from '../support/change-rows.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { FeedClient } from '../support/feed-client.ts';
import { feedClient, visibleRows } from '../support/feed-client.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const BREST = { agency: 4, departement: '29', postalCode: '29200', city: 'Brest' };

/** Writes a line into a mirror as the workspace does. */
function receive(client: FeedClient, line: BulkLine): void {
  if ('format' in line) Object.assign(client.cursor, { after: line.after, scopeVersion: line.scopeVersion });
  if (!('kind' in line)) return;
  for (const [index, number] of line.numbers.entries()) {
    const row = Object.fromEntries(line.columns.map((name, column) => [name, line.values[column]?.[index]]));
    client.mirror.set(`${line.kind}:${row['id']}`, { number, row });
  }
}

onBothDatabases('the bulk transfer', (kind) => {
  let world: World;
  afterEach(() => world.dispose());

  async function crowd(count: number, patch: object = {}): Promise<string[]> {
    const model = await world.candidate(patch);
    const ids = [model.id];
    await transact(world, async (work) => {
      for (let index = 1; index < count; index += 1) {
        const { version: _version, updatedAt: _updatedAt, ...row } = model;
        const id = world.nextId();
        ids.push(id);
        await work.insert('candidate', { ...row, id, number: index });
      }
    });
    return ids;
  }
  const all = async (principal: Principal, resume?: string): Promise<BulkLine[]> => {
    const lines: BulkLine[] = [];
    for await (const line of await bulkLines(world.ground, principal, resume)) lines.push(line);
    return lines;
  };

  it('F160 sends what the scope shows, missions first, in chunks of 2,000 rows, under zstd', async () => {
    world = await startWorld(kind);
    const people = await crowd(2105);
    await crowd(3, BREST);
    const mission = await world.mission();
    const stream = await bulkStream(world.ground, world.regulator(6));
    const lines = (await text(stream.pipe(createZstdDecompress())))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const header = bulkHeaderSchema.parse(lines[0]);
    const chunks = lines.slice(1, -1).map((line) => bulkChunkSchema.parse(line));
    expect(bulkTrailerSchema.parse(lines.at(-1))).toEqual({ end: true, rows: 2107 });
    expect(header).toMatchObject({
      scope: 'agency:6',
      scopeVersion: 0,
      counts: { candidate: 2105, mission: 1, establishment: 1 },
    });
    expect(chunks.map((chunk) => [chunk.kind, chunk.numbers.length])).toEqual([
      ['mission', 1],
      ['establishment', 1],
      ['candidate', 2000],
      ['candidate', 105],
    ]);
    const [first] = chunks;
    expect(first?.columns).toEqual(columnNames(ROW_KINDS.mission));
    expect(first?.values[0]).toEqual([mission.id]);
    const client = feedClient(world.ground, world.regulator(6));
    for (const line of lines) receive(client, line);
    expect(client.mirror).toEqual(await visibleRows(world.ground, world.regulator(6), WORLD_TODAY));
    expect(people).toHaveLength(2105);
    expect(await client.catchUp()).toEqual([]);
  });

  it('leaves no gap when rows and openings change between two chunks', async () => {
    world = await startWorld(kind);
    const stays = await world.candidate();
    const leaves = await world.candidate();
    const comes = await world.candidate(BREST);
    const lent = await world.candidate(BREST);
    const opening = await openPools(world, { professions: '["infirmier-diplome-etat"]' });
    await world.mission();
    const client = feedClient(world.ground, world.regulator(6));
    let count = 0;
    for await (const line of await bulkLines(world.ground, world.regulator(6))) {
      receive(client, line);
      count += 1;
      if (count === 2) {
        await changeRow(world, 'candidate', leaves.id, BREST);
        await changeRow(world, 'candidate', comes.id, { agency: 6 });
        await changeRow(world, 'candidate', stays.id, { city: 'Toul' });
        await closePools(world, opening);
        await changeRow(world, 'candidate', lent.id, { profession: 'aide-soignant' });
        await openPools(world, { professions: '["sage-femme"]' });
      }
    }
    expect(client.cursor).toMatchObject({ scopeVersion: 1 });
    await client.catchUp();
    expect(client.mirror).toEqual(await visibleRows(world.ground, world.regulator(6), WORLD_TODAY));
    expect(client.mirror.has(`candidate:${lent.id}`)).toBe(false);
    expect(client.mirror.get(`candidate:${stays.id}`)?.row).toMatchObject({ city: 'Toul' });
  });

  it('goes on after any chunk on a new connection, with the cursor of the first', async () => {
    world = await startWorld(kind);
    await crowd(2004);
    await world.mission();
    const opening = await openPools(world);
    await crowd(2, BREST);
    const whole = await all(world.regulator(6));
    for (let cut = 1; cut < whole.length - 1; cut += 1) {
      const last = whole[cut];
      if (last === undefined || !('resume' in last)) throw new Error('not a chunk');
      const client = feedClient(world.ground, world.regulator(6));
      for (const line of whole.slice(0, cut + 1)) receive(client, line);
      await changeOpening(world, opening, { specialties: `["SM${cut + 20}"]` });
      const rest = await all(world.regulator(6), last.resume);
      expect(rest[0]).toMatchObject({ after: client.cursor.after, scopeVersion: client.cursor.scopeVersion });
      for (const line of rest) receive(client, line);
      await client.catchUp();
      expect(client.mirror).toEqual(await visibleRows(world.ground, world.regulator(6), WORLD_TODAY));
    }
  });

  it('S42 refuses before the first byte', async () => {
    world = await startWorld(kind);
    await world.mission();
    const chunk = (await all(world.desk())).find((line) => 'resume' in line);
    if (chunk === undefined || !('resume' in chunk)) throw new Error('no chunk');
    const codes = [];
    for (const [principal, resume] of [
      [world.regulator(6, { role: 'administrator' }), undefined],
      [world.requester('x'), undefined],
      [world.regulator(6), chunk.resume],
      [world.desk(), 'bm90IG1pbmU'],
      [world.desk(), Buffer.from('{"after":999}').toString('base64url')],
    ] as const) {
      codes.push(
        await bulkStream(world.ground, principal, resume).then(
          () => 'sent',
          (error) => error.code,
        ),
      );
    }
    expect(codes).toEqual(['no-right', 'no-right', 'scope-changed', 'unknown-resume', 'unknown-resume']);
  });

  it('holds one chunk for a reader that stops, and stops reading when the reader goes away', async () => {
    world = await startWorld(kind);
    for (let index = 0; index < 6; index += 1) await world.place(ROW_KIND_NAMES[index] ?? 'mission', {});
    const reads: string[] = [];
    const { database } = world.ground;
    const counted = {
      ...world.ground,
      database: {
        ...database,
        get read() {
          reads.push('read');
          return database.read;
        },
      },
    };
    const lines = await bulkLines(counted, world.desk());
    const iterator = lines[Symbol.asyncIterator]();
    const before = reads.length;
    await iterator.next();
    await iterator.next();
    const asked = reads.length - before;
    expect(asked).toBeLessThanOrEqual(2);
    await iterator.return?.();
    expect((await iterator.next()).done).toBe(true);
    expect(reads.length - before).toBe(asked);

    const stream = await bulkStream(counted, world.desk());
    stream.destroy();
    await once(stream, 'close');
    const late = reads.length;
    await nextTurn();
    await nextTurn();
    expect(reads.length).toBe(late);
  });
});
