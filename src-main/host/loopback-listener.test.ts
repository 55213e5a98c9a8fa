import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { LoopbackListener } from './loopback-listener.ts';
import { listenForAnswer } from './loopback-listener.ts';

const open: LoopbackListener[] = [];
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});

async function listen(): Promise<LoopbackListener> {
  const listener = await listenForAnswer();
  open.push(listener);
  return listener;
}

/** The status of one raw request; 0 when nobody listens any more. */
function ask(
  listener: LoopbackListener,
  path: string,
  options: { host?: string; method?: string } = {},
): Promise<number> {
  const { hostname, port, host } = new URL(listener.redirectUri);
  return new Promise((resolve) => {
    const headers = { host: options.host ?? host };
    const asked = request({ hostname, port, path, method: options.method ?? 'GET', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', () => resolve(0));
    asked.end();
  });
}

describe('listenForAnswer', () => {
  it('S41 listens on the loopback address, on a port of the system’s choice, and answers once', async () => {
    const listener = await listen();
    expect(listener.redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/retour$/);
    expect(await ask(listener, '/retour?code=a&state=b')).toBe(200);
    expect((await listener.answer).searchParams.get('code')).toBe('a');
    await expect.poll(() => ask(listener, '/retour?code=c&state=d')).toBe(0);
  });

  it.each([
    ['another host name', '/retour?state=a', { host: 'evil.example' }, 421],
    ['a rebound port', '/retour?state=a', { host: '127.0.0.1:1' }, 421],
    ['another path', '/favicon.ico', {}, 404],
    ['another method', '/retour?state=a', { method: 'POST' }, 404],
    ['an answer without state', '/retour?code=a', {}, 400],
    ['an endless address', `/retour?state=${'a'.repeat(9000)}`, {}, 414],
  ])('S41 refuses %s and goes on listening', async (_what, path, options, status) => {
    const listener = await listen();
    expect(await ask(listener, path, options)).toBe(status);
    expect(await ask(listener, '/retour?code=a&state=b')).toBe(200);
  });

  it('tells whoever waits that it was given up', async () => {
    const listener = await listen();
    listener.close();
    await expect(listener.answer).rejects.toThrow(/given up/);
    expect(await ask(listener, '/retour?state=a')).toBe(0);
  });
});
