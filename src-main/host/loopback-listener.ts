/**
 * Where the identity provider's answer comes back (RFC 8252, TRUST S41): a listener on 127.0.0.1, on a port that the
 * system chooses, that takes one answer and is gone.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const PATH = '/retour';
const LONGEST_URL = 8_192;

export interface LoopbackListener {
  readonly redirectUri: string;
  /** The address that came back, once; rejects when the listener is closed first. */
  readonly answer: Promise<URL>;
  close(): void;
}

const PAGE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Connexion</title></head>
<body><p>Vous pouvez fermer cette page et revenir au poste de régulation.</p></body></html>`;

const HEADERS = {
  'cache-control': 'no-store',
  connection: 'close',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export async function listenForAnswer(): Promise<LoopbackListener> {
  const { promise: answer, resolve, reject } = Promise.withResolvers<URL>();
  // Whoever closes it early may not be waiting for it.
  answer.catch(() => undefined);
  const server = createServer({ maxHeaderSize: LONGEST_URL * 2, requestTimeout: 10_000 });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, listening);
  });
  const { port } = server.address() as AddressInfo;
  const authority = `127.0.0.1:${port}`;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  server.on('request', (request, response) => {
    const refusal = refuse(request, authority);
    if (refusal !== null) {
      response.writeHead(refusal, HEADERS).end();
      return;
    }
    finish(response, () => {
      resolve(new URL(request.url ?? '', `http://${authority}`));
      close();
    });
    server.removeAllListeners('request');
    server.on('request', (_late, gone) => gone.writeHead(410, HEADERS).end());
  });
  return {
    redirectUri: `http://${authority}${PATH}`,
    answer,
    close() {
      reject(new Error('The sign-in was given up.'));
      close();
    },
  };
}

function refuse({ method, url = '', headers }: IncomingMessage, authority: string): number | null {
  if (headers.host !== authority) return 421;
  if (url.length > LONGEST_URL) return 414;
  const parsed = URL.parse(url, `http://${authority}`);
  if (method !== 'GET' || parsed?.pathname !== PATH) return 404;
  // Only an answer of the provider has a state: a browser that asks for nothing in particular does not use it up.
  return parsed.searchParams.has('state') ? null : 400;
}

function finish(response: ServerResponse, done: () => void): void {
  response.writeHead(200, HEADERS);
  response.end(PAGE, done);
}
