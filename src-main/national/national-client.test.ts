import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createNationalClient } from './national-client.ts';
import type { NationalFault } from './national-fault.ts';
import type { TransportAnswer } from './transport.ts';
import { openUndiciTransport } from './undici-transport.ts';

const NOW = Date.UTC(2020, 10, 15, 8);
const signal = new AbortController().signal;

interface Play {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function clientOf({ status = 200, headers = { 'content-type': 'application/json' }, body = '' }: Play) {
  const answer: TransportAnswer = {
    status,
    headers,
    body: (async function* () {
      yield new TextEncoder().encode(body);
    })(),
  };
  const transport = { exchange: async () => answer, close: async () => {} };
  return createNationalClient({ transport, token: () => 'jeton', clock: () => NOW });
}

const faultOf = async (
  work: Promise<unknown>,
): Promise<Pick<NationalFault, 'code' | 'retryAfter' | 'mayHaveArrived'> | null> =>
  work.then(
    () => null,
    ({ code, retryAfter, mayHaveArrived }: NationalFault) => ({ code, retryAfter, mayHaveArrived }),
  );
const pull = (play: Play) =>
  faultOf(clientOf(play).pull({ scope: 'agency:6', after: 0, scopeVersion: 0, resume: null }, signal));

const problem = (status: number, code: string, more: object = {}): Play => ({
  status,
  headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  body: JSON.stringify({
    type: `/v1/problems/${code}`,
    title: code,
    status,
    detail: 'Non.',
    instance: 'urn:uuid:1',
    code,
    reference: '1',
    ...more,
  }),
});
const page = {
  phase: 'feed',
  scope: 'agency:6',
  entries: [],
  after: 1,
  scopeVersion: 0,
  resume: null,
  more: false,
  head: 1,
  at: '2020-11-15T07:00:00.000Z',
};
const good = JSON.stringify(page);

describe('what comes instead of an answer (TRUST R04)', () => {
  it.each([
    [
      'a portal with status 200',
      { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<html>' },
      'captive-portal',
    ],
    [
      'a portal with status 403',
      { status: 403, headers: { 'content-type': 'text/html' }, body: '<html>' },
      'captive-portal',
    ],
    ['a redirection', { status: 302, headers: { location: 'https://ailleurs.invalid' } }, 'redirected'],
    ['a proxy out of breath', { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' }, 'busy'],
    ['half of a JSON', { body: good.slice(0, 40) }, 'not-understood'],
    ['another JSON', { body: '{"hello":"world"}' }, 'not-understood'],
    [
      'fewer bytes than announced',
      { headers: { 'content-type': 'application/json', 'content-length': '9999' }, body: good },
      'truncated',
    ],
    [
      'far too many bytes',
      { headers: { 'content-type': 'application/json', 'content-length': '99999999999' }, body: good },
      'too-large',
    ],
    [
      'an encoding that nobody asked for',
      { headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, body: good },
      'not-understood',
    ],
    ['no media type', { headers: {}, body: good }, 'not-understood'],
    ['an ended session', problem(401, 'token-expired'), 'session-expired'],
    ['an ended right', problem(403, 'no-right'), 'no-right'],
    ['a scope that changed', problem(409, 'scope-changed'), 'start-again'],
    ['an unknown resume', problem(400, 'unknown-resume'), 'resume-unknown'],
    [
      'a row of a kind that this version does not know',
      { body: JSON.stringify({ ...page, entries: [{ number: 1, kind: 'spaceship', id: 'x', row: {} }] }) },
      'not-understood',
    ],
    [
      'a row that lacks columns',
      { body: JSON.stringify({ ...page, entries: [{ number: 1, kind: 'mission', id: 'x', row: { id: 'x' } }] }) },
      'not-understood',
    ],
  ] as const)('%s', async (_title, play, code) => {
    expect((await pull(play as Play))?.code).toBe(code);
  });

  it('tells how long the service asks to wait, by its word or its header', async () => {
    expect(await pull(problem(429, 'too-many-requests', { retryAfter: 42 }))).toMatchObject({
      code: 'busy',
      retryAfter: 42,
    });
    const busy = { status: 503, headers: { 'content-type': 'text/html', 'retry-after': '7' } };
    expect(await pull(busy)).toMatchObject({ code: 'busy', retryAfter: 7 });
    const dated = { ...busy, headers: { ...busy.headers, 'retry-after': new Date(NOW + 90_000).toUTCString() } };
    expect(await pull(dated)).toMatchObject({ retryAfter: 90 });
  });

  it('knows what may have arrived: not what was refused at the door', async () => {
    for (const status of [400, 401, 403, 413, 429]) {
      expect((await pull(problem(status, 'x')))?.mayHaveArrived, String(status)).toBe(false);
    }
    for (const status of [500, 503]) expect((await pull(problem(status, 'x')))?.mayHaveArrived).toBe(true);
    expect((await pull({ headers: { 'content-type': 'text/html' } }))?.mayHaveArrived).toBe(true);
  });

  it('refuses verdicts of other commands than those it sent', async () => {
    const body = JSON.stringify({ verdicts: [{ commandId: 'other', outcome: 'accepted', rows: [] }] });
    expect((await faultOf(clientOf({ body }).send([{ commandId: 'mine' } as never], signal)))?.code).toBe(
      'not-understood',
    );
  });

  it('measures the clock by the time that the service tells', async () => {
    const client = clientOf({ body: good });
    await client.pull({ scope: 'agency:6', after: 0, scopeVersion: 0, resume: null }, signal);
    expect(client.clockAhead()).toBe(3_600_000);
  });

  it('leaves the prototype of objects alone (S33)', async () => {
    const body = good.replace('"phase"', '"__proto__":{"polluted":1},"phase"');
    expect((await pull({ body }))?.code ?? 'taken').toBe('not-understood');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('the door of the network', () => {
  async function serve(handler: Parameters<typeof createServer>[1]): Promise<{ origin: string; close: () => void }> {
    const server = createServer(handler as never);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
  }
  const clientTo = (origin: string) => {
    const transport = openUndiciTransport({ origin, proxy: null });
    return { transport, client: createNationalClient({ transport, token: () => 'jeton', clock: () => NOW }) };
  };

  it('S40 never follows a redirection with the token', async () => {
    const heard: string[] = [];
    const trap = await serve((request, response) => {
      heard.push(request.headers.authorization ?? '');
      response.end();
    });
    const server = await serve((_request, response) => {
      response.writeHead(307, { location: `${trap.origin}/v1/me` });
      response.end();
    });
    const { client, transport } = clientTo(server.origin);
    expect((await faultOf(client.me(signal)))?.code).toBe('redirected');
    expect(heard).toEqual([]);
    await transport.close();
    server.close();
    trap.close();
  });

  it('knows that nothing left when nobody listens, and not when the line was cut', async () => {
    const gone = await serve(() => {});
    gone.close();
    const nobody = clientTo(gone.origin);
    expect(await faultOf(nobody.client.me(signal))).toMatchObject({ code: 'unreachable', mayHaveArrived: false });
    await nobody.transport.close();
    const cutting = await serve((request) => request.socket.destroy());
    const cut = clientTo(cutting.origin);
    expect(await faultOf(cut.client.me(signal))).toMatchObject({ code: 'unreachable', mayHaveArrived: true });
    await cut.transport.close();
    cutting.close();
  });

  it('sees an answer that is cut in its middle', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"personId":');
      response.destroy();
    });
    const { client, transport } = clientTo(server.origin);
    const code = (await faultOf(client.me(signal)))?.code ?? '';
    expect(['truncated', 'unreachable']).toContain(code);
    await transport.close();
    server.close();
  });
});
