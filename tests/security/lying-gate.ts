/** A network in front of the true service that lies: each lie is what some proxy, portal or disk really does. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Answers in the service's place; null lets the request through. */
export type Lie = (incoming: IncomingMessage, outgoing: ServerResponse, honest: () => void) => void;

export interface LyingGate {
  readonly url: string;
  /** From now on; null: the truth. */
  lie(lie: Lie | null): void;
  /** How many requests met the lie. */
  met(): number;
  close(): Promise<void>;
}

/** @param service address of the true one */
export async function openLyingGate(service: string): Promise<LyingGate> {
  const state = { lie: null as Lie | null, met: 0 };
  const sockets = new Set<Socket>();
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const onward = ask(
      new URL(incoming.url ?? '/', service),
      { method: incoming.method ?? 'GET', headers: incoming.headers, agent: false },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        outgoing.flushHeaders();
        answer.pipe(outgoing);
      },
    );
    onward.once('error', () => outgoing.destroy());
    outgoing.once('close', () => onward.destroy());
    incoming.pipe(onward);
  };
  const server = createServer((incoming, outgoing) => {
    outgoing.on('error', () => undefined);
    if (state.lie === null) return pass(incoming, outgoing);
    state.met += 1;
    return state.lie(incoming, outgoing, () => pass(incoming, outgoing));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lie(lie) {
      state.lie = lie;
      state.met = 0;
    },
    met: () => state.met,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Says this, with this status, to whatever is asked. */
export const always =
  (status: number, headers: Readonly<Record<string, string>>, body: string): Lie =>
  (_incoming, outgoing) => {
    outgoing.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
    outgoing.end(body);
  };

/** A problem as the service words them. */
export function problem(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Lie {
  const body = { type: `/v1/problems/${code}`, title: code, status, detail: 'Non.', instance: 'urn:uuid:1', code };
  return always(
    status,
    { 'content-type': 'application/problem+json', ...headers },
    JSON.stringify({ ...body, reference: '1' }),
  );
}

/** Announces more than it sends, then goes. */
export const truncated: Lie = (_incoming, outgoing) => {
  outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  outgoing.write('{"verdicts": [');
  setTimeout(() => outgoing.destroy(), 20);
};

/** Cuts a body whose length was not announced. */
export const cutStream: Lie = (_incoming, outgoing) => {
  outgoing.writeHead(200, { 'content-type': 'application/json' });
  outgoing.write('{"verdicts": [');
  setTimeout(() => outgoing.destroy(), 20);
};

/** Resets the connection before a byte. */
export const reset: Lie = (incoming) => void incoming.socket.destroy();
