/** Sockets that are slow, idle, endless or malformed: cut in time, answered in French, never at others' expense. */

import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpWorld } from '../support/http-world.ts';
import { startHttpWorld } from '../support/http-world.ts';

interface Heard {
  readonly text: string;
  readonly closed: boolean;
}

/** A bare socket that writes what it is told and hears what comes, until it is closed or time is over. */
function speak(port: number, write: (socket: Socket) => void, patience: number): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => write(socket));
    let text = '';
    let closed = false;
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, closed });
    };
    const timer = setTimeout(end, patience);
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8');
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      closed = true;
      end();
    });
  });
}

const problemIn = (text: string) => JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4)) as Record<string, unknown>;

describe('the limits of the front', () => {
  let http: HttpWorld;
  const start = async (options: Parameters<typeof startHttpWorld>[0] = {}) => {
    http = await startHttpWorld(options);
  };
  afterEach(() => http.dispose());

  it('S43 cuts headers that trickle, within 10 s by the delays that ship', async () => {
    await start();
    const heard = await speak(
      http.port,
      (socket) => {
        socket.write('GET /v1/health HTTP/1.1\r\nHost: x\r\n');
        const drip = setInterval(() => (socket.destroyed ? clearInterval(drip) : socket.write('X-A: b\r\n')), 300);
      },
      10_000,
    );
    expect(heard.closed).toBe(true);
    expect(heard.text).toMatch(/^HTTP\/1\.1 408 /);
    expect(problemIn(heard.text)).toMatchObject({ code: 'body-too-slow', type: '/v1/problems/body-too-slow' });
  });

  it('S43 cuts a body that trickles, and a socket that says nothing', async () => {
    await start({ limits: { headersTimeout: 1500, bodyGrace: 1000 } });
    const token = http.tokenFor(http.world.regulator());
    const [body, silence] = await Promise.all([
      speak(
        http.port,
        (socket) => {
          socket.write(
            `POST /v1/commands HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n`,
          );
          const drip = setInterval(() => (socket.destroyed ? clearInterval(drip) : socket.write(' ')), 100);
        },
        6000,
      ),
      speak(http.port, () => {}, 6000),
    ]);
    expect(body.closed).toBe(true);
    expect(problemIn(body.text)).toMatchObject({ status: 408, code: 'body-too-slow' });
    expect(silence.closed).toBe(true);
    expect((await http.call('GET', '/v1/health')).status).toBe(200);
  });

  it('S43 keeps answering while 2,000 sockets sit idle', async () => {
    await start({ limits: { headersTimeout: 60_000 } });
    const sockets = await Promise.all(
      Array.from(
        { length: 2000 },
        () =>
          new Promise<Socket>((resolve, reject) => {
            const socket = connect(http.port, '127.0.0.1', () => resolve(socket));
            socket.on('error', reject);
          }),
      ),
    );
    const health = await http.call('GET', '/v1/health');
    const stillIdle = sockets.filter(({ destroyed }) => !destroyed).length;
    for (const socket of sockets) socket.destroy();
    expect(health.status).toBe(200);
    expect(stillIdle).toBe(2000);
  });

  it.each([
    [
      'headers too long',
      `GET /v1/health HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'request-too-long',
    ],
    [
      'an address too long',
      `GET /v1/health?a=${'a'.repeat(4000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      414,
      'request-too-long',
    ],
    ['no HTTP at all', 'bonjour\r\n\r\n', 400, 'request-not-understood'],
    [
      'two lengths',
      'POST /v1/commands HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
      'request-not-understood',
    ],
    [
      'a length and chunks',
      'POST /v1/commands HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'request-not-understood',
    ],
    ['a bad address', 'GET /v1/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400, 'request-not-understood'],
    ['an unknown method', 'BREW /v1/health HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'request-not-understood'],
  ])('S44 answers %s by a problem', async (_what, raw, status, code) => {
    await start();
    const heard = await speak(http.port, (socket) => socket.write(raw), 4000);
    expect(heard.text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(heard.text.toLowerCase()).toContain('content-type: application/problem+json');
    const problem = problemIn(heard.text);
    expect(problem).toMatchObject({ status, code });
    expect(http.log.some(({ fields }) => fields['reference'] === problem['reference'])).toBe(true);
  });

  it('S45 limits each principal alone, with the time to wait', async () => {
    await start({ limits: { readsPerMinute: 5 } });
    const me = http.world.regulator();
    const statuses = [];
    for (let count = 0; count < 7; count += 1) statuses.push((await http.call('GET', '/v1/me', { as: me })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const refused = await http.call('GET', '/v1/me', { as: me });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.json).toMatchObject({ code: 'too-many-requests' });
    expect((await http.call('GET', '/v1/me', { as: http.world.desk() })).status).toBe(200);
    expect(http.log.some(({ event, fields }) => event === 'traffic.limited' && fields['actor'] === me.personId)).toBe(
      true,
    );
  });

  it('S45 limits the volume of commands and those who have no session', async () => {
    await start({ limits: { commandsPerMinute: 2, anonymousPerMinute: 3 } });
    const { world } = http;
    const mission = await world.mission();
    const commands = [1, 2, 3].map(() =>
      world.command('mission.set-priority', mission.id, { priority: 'P1', reason: null }),
    );
    const answer = await http.call('POST', '/v1/commands', { as: world.regulator(), body: { commands } });
    expect(answer).toMatchObject({ status: 429, json: { code: 'too-many-requests' } });
    expect(await world.row('mission', mission.id)).toMatchObject({ priority: 'none' });
    const statuses = [];
    for (let count = 0; count < 5; count += 1)
      statuses.push((await http.call('GET', '/v1/me', { as: 'guess' })).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await http.call('GET', '/v1/health')).status).toBe(200);
  });

  it('S42 does not boot with a route that has no policy', async () => {
    await start();
    const boot = startHttpWorld({
      mountMore: async (server) => {
        server.get('/v1/forgotten', async () => 'open to all');
      },
    });
    await expect(boot).rejects.toThrow('/v1/forgotten has no policy');
  });

  it('sends no cross-origin permission, no cache, no page', async () => {
    await start();
    const answer = await http.call('GET', '/v1/health', { headers: { origin: 'https://evil.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await http.call('OPTIONS', '/v1/commands', { headers: { origin: 'https://evil.example' } })).status).toBe(
      404,
    );
  });
});
