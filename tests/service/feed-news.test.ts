/** News: told soon, coalesced, and never at the price of memory. */
import { once } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import type { News } from '../../national-api/feed/news.ts';
import { newsStream } from '../../national-api/feed/news.ts';
import { sendNews } from '../../national-api/feed/send-news.ts';
import { openPools } from '../support/change-rows.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const QUICK = { gap: 1, recheck: 60_000 };

onBothDatabases('news of the feed', (kind) => {
  let world: World;
  let stop: AbortController;
  const listen = (principal = world.regulator(6), pace = QUICK) =>
    newsStream(world.ground, principal, stop.signal, pace);
  const start = async () => {
    world = await startWorld(kind);
    stop = new AbortController();
  };
  afterEach(async () => {
    stop.abort();
    await world.dispose();
  });

  it('tells where things stand, then each move of the head and of the scope', async () => {
    await start();
    const news = listen();
    const told = async (): Promise<News | undefined> => (await news.next()).value ?? undefined;
    expect(await told()).toEqual({ head: 0, scopeVersion: 0 });
    await world.mission();
    // The mission's establishment comes first: one or two commits were told, the last one counts.
    let last = await told();
    while (last?.head !== 2) last = await told();
    await openPools(world);
    expect(await told()).toEqual({ head: 3, scopeVersion: 1 });
    await news.return();
  });

  it('makes one piece of news of many commits while the reader is busy', async () => {
    await start();
    const news = listen();
    await news.next();
    for (let count = 0; count < 20; count += 1) await world.candidate();
    const heads = [];
    while (heads.at(-1) !== 20) heads.push((await news.next()).value?.head);
    expect(heads.length).toBeLessThanOrEqual(3);
    await news.return();
  });

  it('finds a scope that moved without a commit being announced', async () => {
    await start();
    const news = listen(world.regulator(6), { gap: 1, recheck: 20 });
    await news.next();
    await world.ground.database.write
      .insertInto('scope')
      .values({ id: 'agency:6', version: 1, definition: '[]', at: '2020-11-16T00:00:00.000Z' })
      .execute();
    expect((await news.next()).value).toEqual({ head: 0, scopeVersion: 1 });
    await news.return();
  });

  it('S42 refuses those who have no feed, and ends with the connection', async () => {
    await start();
    await expect(listen(world.requester('x')).next()).rejects.toMatchObject({ code: 'no-right' });
    const news = listen();
    await news.next();
    const pending = news.next();
    stop.abort();
    expect((await pending).done).toBe(true);
  });

  it('speaks as server-sent events, with a comment that keeps the line alive', async () => {
    await start();
    const output = new PassThrough();
    const sent = sendNews(world.ground, world.regulator(6), output, stop.signal, {
      heartbeat: 5,
      patience: 1000,
      pace: QUICK,
    });
    let received = '';
    output.on('data', (bytes) => {
      received += String(bytes);
    });
    while (!received.includes(':\n\n')) await once(output, 'data');
    stop.abort();
    expect(await sent).toBe('ended');
    expect(received.startsWith('event: news\nid: 0\ndata: {"head":0,"scopeVersion":0}\n\n')).toBe(true);
  });

  it('S43 drops a reader that does not read, and keeps nothing for it', async () => {
    await start();
    const stuck = new Writable({ highWaterMark: 1, write: () => {} });
    const outcome = await sendNews(world.ground, world.desk(), stuck, stop.signal, {
      heartbeat: 2,
      patience: 30,
      pace: QUICK,
    });
    expect(outcome).toBe('too-slow');
    expect(stuck.destroyed).toBe(true);
    expect(stuck.writableLength).toBeLessThan(200);
  });

  it('notices a reader that left while nothing happened', async () => {
    await start();
    const gone = new PassThrough();
    gone.resume();
    const sent = sendNews(world.ground, world.desk(), gone, stop.signal);
    await once(gone, 'data');
    gone.destroy();
    expect(await sent).toBe('closed');
    expect(await sendNews(world.ground, world.desk(), gone, stop.signal)).toBe('closed');
  });
});
