/** A small nation behind a real HTTP server on a free port of 127.0.0.1; a token is a name given to a principal. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../contract/national/principal.ts';
import { HANDLERS } from '../../national-api/commands/handlers.ts';
import type { HttpLimits } from '../../national-api/http/limits.ts';
import { DEFAULT_LIMITS } from '../../national-api/http/limits.ts';
import { createHttpServer } from '../../national-api/http/server.ts';
import type { Service } from '../../national-api/http/service.ts';
import { authenticated, notAuthenticated } from '../../national-api/identity/authentication.ts';
import type { Ground } from '../../national-api/kernel/ground.ts';
import type { Handlers } from '../../national-api/kernel/handler.ts';
import { openSnapshotShelf } from '../../national-api/snapshot/snapshot-shelf.ts';
import type { DatabaseKind } from './databases.ts';
import type { World } from './world.ts';
import { startWorld } from './world.ts';

export interface LogLine {
  readonly event: string;
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body, or null when it is empty or no JSON. */
  readonly json: Record<string, unknown> | null;
}

export interface HttpWorld {
  readonly world: World;
  readonly service: Service;
  readonly server: FastifyInstance;
  readonly url: string;
  readonly port: number;
  readonly log: readonly LogLine[];
  /** Gives a principal a token. */
  tokenFor(principal: Principal): string;
  /** An ordinary call; `body` is sent as JSON unless it is already text or bytes. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  dispose(): Promise<void>;
}

export interface CallOptions {
  readonly as?: Principal | string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpWorldOptions {
  readonly kind?: DatabaseKind;
  readonly limits?: Partial<HttpLimits>;
  readonly demo?: boolean;
  /** How tokens are read; by default a name given by `tokenFor`. */
  readonly authenticate?: (ground: Ground, bearer: string) => ReturnType<Service['authenticate']>;
  readonly handlers?: Handlers;
  readonly mountMore?: (server: FastifyInstance, service: Service) => Promise<void>;
}

function readJson(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** @example const http = await startHttpWorld(); const me = await http.call('GET', '/v1/me', { as: world.regulator() }); */
export async function startHttpWorld(options: HttpWorldOptions = {}): Promise<HttpWorld> {
  const world = await startWorld(options.kind ?? 'sqlite');
  const dataFolder = mkdtempSync(join(tmpdir(), 'renfort-http-'));
  const tokens = new Map<string, Principal>();
  const log: LogLine[] = [];
  const service: Service = {
    ground: { ...world.ground, log: (event, fields = {}) => log.push({ event, fields }) },
    handlers: options.handlers ?? HANDLERS,
    authenticate: async (bearer) => {
      if (options.authenticate) return options.authenticate(world.ground, bearer);
      const principal = tokens.get(bearer);
      return principal ? authenticated(principal) : notAuthenticated('token-unknown');
    },
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    demo: options.demo ?? true,
    instance: 'test',
    snapshots: await openSnapshotShelf(world.ground, dataFolder),
  };
  const leave = async () => {
    await world.dispose();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  const listen = async () => {
    const made = await createHttpServer(service, async (fastify) => options.mountMore?.(fastify, service));
    return { server: made, url: await made.listen({ host: '127.0.0.1', port: 0 }) };
  };
  const { server, url } = await listen().catch(async (error: unknown) => {
    await leave();
    throw error;
  });

  const tokenFor = (principal: Principal): string => {
    const token = `token-${principal.role}-${principal.personId}-${tokens.size}`;
    tokens.set(token, principal);
    return token;
  };

  return {
    world,
    service,
    server,
    url,
    port: Number(new URL(url).port),
    log,
    tokenFor,
    async call(method, path, { as, body, headers = {} } = {}) {
      const token = as === undefined ? undefined : typeof as === 'string' ? as : tokenFor(as);
      const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: (raw ? body : JSON.stringify(body)) as string }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, json: readJson(text) };
    },
    async dispose() {
      await server.close();
      await service.snapshots.close();
      await leave();
    },
  };
}
