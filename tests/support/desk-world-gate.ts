/** The network between the workstations and the service: may be cut, and may lose an answer that the service gave. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

export interface Gate {
  readonly url: string;
  /** Cuts every exchange, those under way included, until `restore`. */
  cut(): void;
  restore(): void;
  /** The next request to that path reaches the service, and its answer is lost. */
  loseNextAnswer(path: string): void;
  /** Answers of addresses that begin so come by small pieces, one every so many milliseconds. */
  slow(path: string, milliseconds: number): void;
  /** How many answers were lost so. */
  lost(): number;
  close(): Promise<void>;
}

const PIECE_BYTES = 2048;

async function* trickle(answer: IncomingMessage, milliseconds: number): AsyncGenerator<Buffer> {
  for await (const part of answer as AsyncIterable<Buffer>) {
    for (let at = 0; at < part.length; at += PIECE_BYTES) {
      yield part.subarray(at, at + PIECE_BYTES);
      await wait(milliseconds);
    }
  }
}

/** @param service where what passes goes */
export async function openGate(service: string): Promise<Gate> {
  const sockets = new Set<Socket>();
  const slowed = new Map<string, number>();
  const state = { open: true, losing: null as string | null, lost: 0 };
  const answered = (incoming: IncomingMessage, outgoing: ServerResponse, answer: IncomingMessage) => {
    if (state.losing !== null && incoming.url === state.losing) {
      state.losing = null;
      state.lost += 1;
      // All of it has come: the service did commit.
      answer.resume().once('end', () => incoming.socket.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    outgoing.flushHeaders();
    const slow = [...slowed].find(([path]) => incoming.url?.startsWith(path) === true);
    if (slow === undefined) answer.pipe(outgoing);
    else Readable.from(trickle(answer, slow[1])).pipe(outgoing);
    answer.once('error', () => outgoing.destroy());
  };
  const server = createServer((incoming, outgoing) => {
    const target = new URL(incoming.url ?? '/', service);
    const onward = ask(
      target,
      { method: incoming.method ?? 'GET', headers: incoming.headers, agent: false },
      (answer) => answered(incoming, outgoing, answer),
    );
    onward.once('error', () => outgoing.destroy());
    outgoing.once('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  server.on('connection', (socket) => {
    if (!state.open) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      state.open = false;
      cutAll();
    },
    restore() {
      state.open = true;
    },
    loseNextAnswer(path) {
      state.losing = path;
    },
    slow: (path, milliseconds) => void slowed.set(path, milliseconds),
    lost: () => state.lost,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      cutAll();
      await closed;
    },
  };
}
