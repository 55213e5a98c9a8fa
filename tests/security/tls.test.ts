/** Who answers must prove to be the service, whatever way leads there; certificates in ./certificates are of the tests. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { SecureVersion } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTRACT_VERSION } from '../../contract/national/version.ts';
import { NATIONAL_FAULTS } from '../../src-main/national/national-fault.ts';

const CERTIFICATES = join(import.meta.dirname, 'certificates');
const CHILD = join(import.meta.dirname, 'tls-child.ts');
const read = (name: string) => readFileSync(join(CERTIFICATES, name));
const HEALTH = JSON.stringify({ status: 'ok', contract: CONTRACT_VERSION, at: new Date(0).toISOString(), head: 0 });

const servers: Server[] = [];
const sockets = new Set<Socket>();
/** What reached a server that must never be reached. */
const seen = { requests: [] as string[], tunnels: [] as string[] };

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

function serveTls(certificate: string, newest: SecureVersion = 'TLSv1.3'): Promise<number> {
  const old = newest === 'TLSv1.1' ? { minVersion: 'TLSv1' as const, ciphers: 'DEFAULT:@SECLEVEL=0' } : {};
  const options = { key: read('server.key'), cert: read(certificate), maxVersion: newest, ...old };
  return listen(
    createServer(options, (request, response) => {
      seen.requests.push(`${certificate} ${newest}`);
      request.resume();
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(HEALTH);
    }),
  );
}

/** A proxy: tunnels, or refuses with a status. */
function serveProxy(status: number | null): Promise<number> {
  const server = createHttpServer((_request, response) => response.writeHead(405).end());
  server.on('connect', (request, socket: Socket) => {
    seen.tunnels.push(request.url ?? '');
    socket.on('error', () => undefined);
    if (status !== null) {
      socket.end(`HTTP/1.1 ${status} No\r\nProxy-Authenticate: Basic realm="reseau"\r\n\r\n`);
      return;
    }
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    sockets.add(onward);
  });
  return listen(server);
}

describe('S40 whoever answers', () => {
  const outcomes: { all: Record<string, readonly [string, string]> } = { all: {} };
  const ports: { good: number } = { good: 0 };

  beforeAll(async () => {
    const at = (port: number, proxy: number | null = null) => ({
      origin: `https://127.0.0.1:${port}`,
      proxy: proxy === null ? null : `http://127.0.0.1:${proxy}`,
    });
    ports.good = await serveTls('good.pem');
    const expired = await serveTls('expired.pem');
    const tunnel = await serveProxy(null);
    const places = [
      { name: 'good', ...at(ports.good) },
      { name: 'expired', ...at(expired) },
      { name: 'not yet valid', ...at(await serveTls('not-yet.pem')) },
      { name: 'other name', ...at(await serveTls('other-name.pem')) },
      { name: 'self-signed', ...at(await serveTls('self-signed.pem')) },
      { name: 'TLS 1.1', ...at(await serveTls('good.pem', 'TLSv1.1')) },
      { name: 'TLS 1.2', ...at(await serveTls('good.pem', 'TLSv1.2')) },
      { name: 'through a proxy', ...at(ports.good, tunnel) },
      { name: 'expired, through a proxy', ...at(expired, tunnel) },
      { name: 'a proxy that wants a password', ...at(ports.good, await serveProxy(407)) },
      { name: 'a proxy that forbids', ...at(ports.good, await serveProxy(403)) },
      { name: 'no proxy there', ...at(ports.good, 9) },
      { name: 'no TLS there', ...at(await listen(createHttpServer((_request, response) => response.end('<html>')))) },
    ];
    const environment = { ...process.env, NODE_EXTRA_CA_CERTS: join(CERTIFICATES, 'authority.pem') };
    const child = spawn(process.execPath, [CHILD, JSON.stringify(places)], { env: environment });
    const said: string[] = [];
    child.stdout.on('data', (data) => said.push(String(data)));
    child.stderr.pipe(process.stderr);
    await new Promise((done) => child.once('close', done));
    outcomes.all = JSON.parse(said.join('')) as typeof outcomes.all;
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  });

  it('S40 is spoken to when its certificate is good, directly or through the system’s proxy, by TLS 1.2 at least', () => {
    for (const name of ['good', 'TLS 1.2', 'through a proxy'])
      expect([name, outcomes.all[name]]).toEqual([name, ['reached', 'reached']]);
    expect(seen.tunnels).toContain(`127.0.0.1:${ports.good}`);
  });

  it.each([
    'expired',
    'not yet valid',
    'other name',
    'self-signed',
    'TLS 1.1',
    'expired, through a proxy',
    'no TLS there',
  ])('S40 is refused, and sent nothing, when it cannot prove who it is: %s', (name) => {
    expect(outcomes.all[name]).toEqual(['untrusted', 'refused']);
    const reached = seen.requests.filter((one) => !['good.pem TLSv1.3', 'good.pem TLSv1.2'].includes(one));
    expect(reached).toEqual([]);
  });

  it.each(['a proxy that wants a password', 'a proxy that forbids'])(
    'S40 is out of reach behind %s, which is said',
    (name) => {
      expect(outcomes.all[name]).toEqual(['proxy-refused', 'refused']);
      expect(NATIONAL_FAULTS['proxy-refused']).toContain('mandataire');
    },
  );

  it('S40 is never asked without the proxy that the system names', () => {
    expect(outcomes.all['no proxy there']).toEqual(['unreachable', 'refused']);
  });
});
