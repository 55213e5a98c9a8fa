/** Ready-made first snapshots: what is in them, who may have them, how they are proved, when they are made again. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { zstdDecompressSync } from 'node:zlib';
import BetterSqlite from 'better-sqlite3';
import { afterEach, expect, it } from 'vitest';
import type { SnapshotManifest } from '../../contract/national/feed.ts';
import { MIRROR_DDL, MIRROR_INDEXES } from '../../contract/national/rows/row-ddl.ts';
import { ROW_KIND_NAMES } from '../../contract/national/rows/row-kinds.ts';
import { SNAPSHOT_SCHEMA_HASH } from '../../national-api/snapshot/schema-hash.ts';
import type { SnapshotShelf } from '../../national-api/snapshot/snapshot-shelf.ts';
import { openSnapshotShelf } from '../../national-api/snapshot/snapshot-shelf.ts';
import { verifySnapshot } from '../../national-api/snapshot/verify-snapshot.ts';
import { changeRow, openPools, transact, WORLD_TODAY } from '../support/change-rows.ts';
import { onBothDatabases } from '../support/databases.ts';
import { feedClient, visibleRows } from '../support/feed-client.ts';
import type { World } from '../support/world.ts';
import { startWorld, WORLD_START } from '../support/world.ts';

const BREST = { agency: 4, departement: '29', postalCode: '29200', city: 'Brest' };

onBothDatabases('the first snapshot', (kind) => {
  let world: World;
  let folder: string;
  let shelf: SnapshotShelf;
  const start = async () => {
    world = await startWorld(kind);
    folder = mkdtempSync(join(tmpdir(), 'renfort-shelf-'));
    shelf = await openSnapshotShelf(world.ground, folder);
  };
  afterEach(async () => {
    await shelf.close();
    await world.dispose();
    rmSync(folder, { recursive: true, force: true });
  });
  const bytesOf = async (scope: string, sha256?: string) =>
    new Uint8Array(await buffer((await shelf.content(world.desk(), scope, sha256)).stream));

  it('F160 holds the base scope of a region, as a SQLite file of the mirror’s schema, and the feed goes on from it', async () => {
    await start();
    const own = await world.candidate();
    const opened = await world.candidate(BREST);
    await world.mission();
    await openPools(world);
    const { manifest, signature } = await shelf.manifest(world.regulator(6), 'agency:6');
    const content = await bytesOf('agency:6');
    expect(
      verifySnapshot({
        manifest,
        signature,
        publicKeys: [shelf.key.publicKey],
        content,
        schemaHash: SNAPSHOT_SCHEMA_HASH,
        now: WORLD_START,
      }),
    ).toMatchObject({ ok: true });
    const plain = zstdDecompressSync(content);
    expect(plain.byteLength).toBe(manifest.bytes);

    const image = new BetterSqlite(plain);
    expect(image.pragma('integrity_check', { simple: true })).toBe('ok');
    const schema = image.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid').pluck().all();
    expect(schema).toEqual([...MIRROR_DDL, ...MIRROR_INDEXES]);
    const client = feedClient(world.ground, world.regulator(6), { after: manifest.after });
    for (const table of ROW_KIND_NAMES) {
      const rows = image.prepare(`SELECT * FROM "${table}"`).all() as Record<string, string | number | null>[];
      expect(rows).toHaveLength(manifest.rows[table] ?? -1);
      for (const { rowid: _rowid, feedNumber, ...row } of rows) {
        client.mirror.set(`${table}:${row['id']}`, { number: Number(feedNumber), row });
      }
    }
    image.close();
    expect(client.mirror.has(`candidate:${own.id}`)).toBe(true);
    expect(client.mirror.has(`candidate:${opened.id}`)).toBe(false);
    await changeRow(world, 'candidate', own.id, { city: 'Toul' });
    await client.catchUp();
    expect(client.mirror.has(`candidate:${opened.id}`)).toBe(true);
    expect(client.mirror).toEqual(await visibleRows(world.ground, world.regulator(6), WORLD_TODAY));
  });

  it('S42 is given to a region for itself, to the CCS for any, to nobody else', async () => {
    await start();
    await world.mission();
    const may = (principal: ReturnType<World['desk']>, scope: string) =>
      shelf.manifest(principal, scope).then(
        ({ manifest }) => manifest.agency,
        (error) => error.code,
      );
    expect(await may(world.regulator(6), 'agency:6')).toBe(6);
    expect(await may(world.desk(), 'agency:6')).toBe(6);
    expect(await may(world.desk(), 'nation')).toBe(null);
    expect(await may(world.regulator(6), 'agency:4')).toBe('no-right');
    expect(await may(world.regulator(6), 'nation')).toBe('no-right');
    expect(await may(world.regulator(6, { role: 'administrator' }), 'agency:6')).toBe('no-right');
    for (const scope of ['agency:19', 'agency:0', 'agency:06', 'agency:x', '../secrets', '']) {
      expect(await may(world.desk(), scope)).toBe('no-right');
    }
    await expect(shelf.content(world.regulator(4), 'agency:6')).rejects.toMatchObject({ code: 'no-right' });
  });

  it('leaves nothing but compressed bytes, cards and a key that only its owner reads', async () => {
    await start();
    await world.candidate({ lastName: 'Nom-très-reconnaissable' });
    await shelf.manifest(world.desk(), 'nation');
    const names = readdirSync(folder, { recursive: true }).map(String).sort();
    expect(names).toEqual([
      'snapshot-signing-key.pem',
      'snapshots',
      expect.stringMatching(/^snapshots.nation\.[0-9a-f]{16}\.sqlite\.zst$/),
      expect.stringMatching(/^snapshots.nation\.json$/),
    ]);
    for (const name of names.filter((one) => one.includes('nation'))) {
      expect(readFileSync(join(folder, name)).includes('SQLite format 3')).toBe(false);
    }
    expect(statSync(join(folder, 'snapshot-signing-key.pem')).mode & 0o077).toBe(0);
  });

  it('is made once while it is young, behind the caller’s back when it ages, before its eyes when it expired', async () => {
    await start();
    const people = await world.candidate();
    const read = () => shelf.manifest(world.regulator(6), 'agency:6').then(({ manifest }) => manifest.after);
    const [first, second] = await Promise.all([read(), read()]);
    expect([first, second]).toEqual([1, 1]);
    await changeRow(world, 'candidate', people.id, { city: 'Metz' });
    expect(await read()).toBe(1);
    world.advance(7);
    expect(await read()).toBe(1);
    await shelf.close();
    expect(await read()).toBe(2);
    await changeRow(world, 'candidate', people.id, { city: 'Toul' });
    world.advance(49);
    expect(await read()).toBe(3);
  });

  it('still gives the content of the manifest that was just given, and makes again what somebody removed', async () => {
    await start();
    const people = await world.candidate();
    const { manifest } = await shelf.manifest(world.desk(), 'nation');
    await changeRow(world, 'candidate', people.id, { city: 'Metz' });
    const younger = await shelf.rebuild('nation');
    expect(younger.manifest.sha256).not.toBe(manifest.sha256);
    expect((await bytesOf('nation', manifest.sha256)).byteLength).toBe(manifest.compressedBytes);
    expect((await bytesOf('nation', '../../etc/passwd')).byteLength).toBe(younger.manifest.compressedBytes);
    for (const name of readdirSync(join(folder, 'snapshots'))) {
      if (name.endsWith('.zst')) rmSync(join(folder, 'snapshots', name));
    }
    expect((await bytesOf('nation')).byteLength).toBeGreaterThan(1000);
  });

  it('is made again after a restart on another history, another key or a damaged card', async () => {
    await start();
    const mission = await world.mission();
    await world.send(
      world.regulator(6),
      world.command('mission.set-priority', mission.id, { priority: 'P2', reason: null }),
    );
    const { manifest } = await shelf.manifest(world.desk(), 'nation');
    world.advance(1);
    const reopened = async (): Promise<SnapshotManifest> => {
      const other = await openSnapshotShelf(world.ground, folder);
      const given = await other.manifest(world.desk(), 'nation');
      await other.close();
      return given.manifest;
    };
    expect((await reopened()).issuedAt).toBe(manifest.issuedAt);

    const card = join(folder, 'snapshots', 'nation.json');
    const kept = readFileSync(card, 'utf8');
    writeFileSync(card, kept.replace(/"journalHash":"./, '"journalHash":"x'));
    const afterOtherHistory = await reopened();
    expect(afterOtherHistory.issuedAt).not.toBe(manifest.issuedAt);
    writeFileSync(card, kept.slice(0, 40));
    world.advance(1);
    expect((await reopened()).issuedAt).not.toBe(afterOtherHistory.issuedAt);
    rmSync(join(folder, 'snapshot-signing-key.pem'));
    expect((await reopened()).keyId).not.toBe(manifest.keyId);
  });
});

onBothDatabases('a snapshot built while the nation lives', (kind) => {
  it('leaves no gap for the feed that follows', async () => {
    const world = await startWorld(kind);
    const folder = mkdtempSync(join(tmpdir(), 'renfort-shelf-'));
    const shelf = await openSnapshotShelf(world.ground, folder);
    const people: string[] = [];
    const model = await world.candidate();
    await transact(world, async (work) => {
      for (let index = 0; index < 1600; index += 1) {
        const { version: _version, updatedAt: _updatedAt, ...row } = model;
        people.push((await work.insert('candidate', { ...row, id: world.nextId(), number: index })).id);
      }
    });
    const building = shelf.rebuild('agency:6');
    for (let index = 0; index < 12; index += 1) {
      const id = people[(index * 131) % people.length] ?? '';
      await changeRow(world, 'candidate', id, index % 2 === 0 ? BREST : { city: 'Toul' });
    }
    const { manifest } = await building;
    const plain = zstdDecompressSync(await buffer((await shelf.content(world.desk(), 'agency:6')).stream));
    const image = new BetterSqlite(plain);
    const client = feedClient(world.ground, world.regulator(6), { after: manifest.after });
    for (const { rowid: _rowid, feedNumber, ...row } of image.prepare('SELECT * FROM "candidate"').all() as Record<
      string,
      string | number | null
    >[]) {
      client.mirror.set(`candidate:${row['id']}`, { number: Number(feedNumber), row });
    }
    image.close();
    await client.catchUp(100);
    expect(client.mirror).toEqual(await visibleRows(world.ground, world.regulator(6), WORLD_TODAY));
    await shelf.close();
    rmSync(folder, { recursive: true, force: true });
    await world.dispose();
  });
});
