/**
 * The HTTP that signing in needs, to one origin only: no redirection is followed, nothing older than TLS 1.2 is spoken,
 * and an answer longer than any of ours is cut (TRUST S40).
 */
import { Agent, fetch, ProxyAgent } from 'undici';

const MOST_BYTES = 1024 * 1024;
const TIMEOUT_MS = 20_000;

export interface IdentityRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}
export type IdentityFetch = (address: string, request: IdentityRequest) => Promise<Response>;

/** The origin is not the service's, or the service answered with something else than an answer. */
export class IdentityFetchFault extends Error {
  override readonly name = 'IdentityFetchFault';
}

/**
 * @param origin the service's, from the configuration
 * @param proxyFor the proxy of an address, or null
 */
export function createIdentityFetch(
  origin: string,
  proxyFor: (address: string) => Promise<string | null>,
): IdentityFetch {
  return async (address, { method, headers, body, signal }) => {
    if (new URL(address).origin !== origin) throw new IdentityFetchFault('Not the service’s origin.');
    const proxy = await proxyFor(address);
    const tls = { minVersion: 'TLSv1.2' as const };
    const dispatcher = proxy === null ? new Agent({ connect: tls }) : new ProxyAgent({ uri: proxy, requestTls: tls });
    const limit = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const response = await fetch(address, {
        method,
        headers,
        body: body === undefined || body === null ? null : String(body),
        redirect: 'error',
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
        dispatcher,
      });
      const content = await readCapped(response.body);
      return new Response(noBody(response.status) ? null : content, {
        status: response.status,
        headers: { 'content-type': response.headers.get('content-type') ?? '' },
      });
    } finally {
      await dispatcher.close();
    }
  };
}

const noBody = (status: number): boolean => status === 204 || status === 205 || status === 304;

async function readCapped(body: AsyncIterable<Uint8Array> | null): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const size = { bytes: 0 };
  for await (const piece of body ?? []) {
    size.bytes += piece.byteLength;
    if (size.bytes > MOST_BYTES) throw new IdentityFetchFault('The answer is too long.');
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}
