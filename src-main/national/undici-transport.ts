/**
 * The only HTTP of the application (TRUST S40): one origin, TLS 1.2 at least, the system's proxy when there is one, no
 * redirect ever followed, time limits on every wait.
 */
import type { Dispatcher } from 'undici';
import { Agent, errors, ProxyAgent } from 'undici';
import { NationalFault } from './national-fault.ts';
import type { Transport, TransportAnswer } from './transport.ts';
import { isUntrusted } from './untrusted.ts';

export interface UndiciTransportOptions {
  /** 'https://national.example', from the managed configuration. */
  readonly origin: string;
  /** Address of the proxy, or null for none. */
  readonly proxy: string | null;
  /** Milliseconds to reach the service. */
  readonly connectTimeout?: number;
}

function dispatcherFor({ proxy, connectTimeout = 10_000 }: UndiciTransportOptions): Dispatcher {
  const tls = { minVersion: 'TLSv1.2' } as const;
  const common = { connections: 6, keepAliveTimeout: 30_000 };
  return proxy === null
    ? new Agent({ ...common, connect: { ...tls, timeout: connectTimeout } })
    : new ProxyAgent({ ...common, uri: proxy, requestTls: { ...tls, timeout: connectTimeout }, proxyTls: tls });
}

const isTimeout = (error: unknown): boolean =>
  error instanceof errors.HeadersTimeoutError ||
  error instanceof errors.BodyTimeoutError ||
  error instanceof errors.ConnectTimeoutError;

/** Faults that come before a connection stands: nothing was sent. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function neverLeft(error: unknown): boolean {
  return error instanceof Error && 'code' in error && BEFORE_SENDING.has(String(error.code));
}

/** The proxy answered our wish for a tunnel with a refusal of its own. */
const isProxyRefusal = (error: unknown): boolean =>
  error instanceof Error && /proxy response|proxy connection/i.test(`${error.message} ${String(error.cause ?? '')}`);

function nameFault(error: unknown): NationalFault {
  if (isTimeout(error)) return new NationalFault('timeout', { cause: error, mayHaveArrived: !neverLeft(error) });
  if (isUntrusted(error)) return new NationalFault('untrusted', { cause: error, mayHaveArrived: false });
  if (isProxyRefusal(error)) return new NationalFault('proxy-refused', { cause: error, mayHaveArrived: false });
  return new NationalFault('unreachable', { cause: error, mayHaveArrived: !neverLeft(error) });
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

async function* guarded(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw new NationalFault(isTimeout(error) ? 'timeout' : 'truncated', { cause: error });
  }
}

/** @example const transport = openUndiciTransport({ origin: 'https://national.example', proxy: null }); */
export function openUndiciTransport(options: UndiciTransportOptions): Transport {
  const origin = new URL(options.origin).origin;
  const dispatcher = dispatcherFor(options);
  return {
    async exchange({ method, path, headers, body, signal, patience }): Promise<TransportAnswer> {
      try {
        const answer = await dispatcher.request({
          origin,
          path,
          method,
          headers: { ...headers },
          body,
          signal,
          headersTimeout: patience,
          bodyTimeout: patience,
        });
        return { status: answer.statusCode, headers: flatten(answer.headers), body: guarded(answer.body) };
      } catch (error) {
        throw nameFault(error);
      }
    },
    close: () => dispatcher.destroy(),
  };
}
