/** Writes the news of one connection as server-sent events; a reader that stops reading is dropped, never waited for. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Principal } from '../../contract/national/principal.ts';
import type { Ground } from '../kernel/ground.ts';
import type { NewsPace } from './news.ts';
import { newsStream } from './news.ts';

export interface NewsConnection {
  /** Milliseconds between two comments that keep proxies and people sure that the line lives. */
  readonly heartbeat: number;
  /** Milliseconds that a full connection may take to drain before it is cut. */
  readonly patience: number;
  readonly pace?: NewsPace;
}

const CONNECTION: NewsConnection = { heartbeat: 15_000, patience: 10_000 };

/** True once the output drained; false when it did not in time, or closed. */
async function drained(output: Writable, patience: number): Promise<boolean> {
  const stop = new AbortController();
  try {
    return await Promise.race([
      once(output, 'drain', { signal: stop.signal }).then(() => true),
      once(output, 'close', { signal: stop.signal }).then(() => false),
      wait(patience, false, { signal: stop.signal }),
    ]);
  } catch {
    return false;
  } finally {
    stop.abort();
  }
}

/**
 * Runs until the signal aborts or the reader is gone. The output is ended, or destroyed when it did not drain in time:
 * what waits for one connection never exceeds one event beyond its own buffer.
 *
 * @param signal aborts when the service stops or the session ends; the output's own end is watched here
 * @throws FeedRefusal 'no-right', before anything is written
 * @example await sendNews(ground, principal, reply.raw, serviceStops);
 */
export async function sendNews(
  ground: Ground,
  principal: Principal,
  output: Writable,
  signal: AbortSignal,
  connection: NewsConnection = CONNECTION,
): Promise<'ended' | 'closed' | 'too-slow'> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  output.once('close', leave);
  if (output.destroyed) leave();
  const heart = setInterval(() => {
    if (!output.writableNeedDrain && !output.destroyed) output.write(':\n\n');
  }, connection.heartbeat);
  try {
    const either = AbortSignal.any([signal, gone.signal]);
    for await (const { head, scopeVersion } of newsStream(ground, principal, either, connection.pace)) {
      const room = output.write(`event: news\nid: ${head}\ndata: ${JSON.stringify({ head, scopeVersion })}\n\n`);
      if (room || (await drained(output, connection.patience))) continue;
      if (output.destroyed) return 'closed';
      output.destroy();
      return 'too-slow';
    }
    if (gone.signal.aborted) return 'closed';
    output.end();
    return 'ended';
  } finally {
    clearInterval(heart);
    output.off('close', leave);
  }
}
