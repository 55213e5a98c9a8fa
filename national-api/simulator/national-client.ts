/** The public HTTP API as establishments and volunteers reach it; nothing here knows the database. */
import { z } from 'zod';
import type { Command } from '../../contract/national/commands/command.ts';
import type { Verdict } from '../../contract/national/commands/verdict.ts';
import { verdictSchema } from '../../contract/national/commands/verdict.ts';
import type { Player } from './player.ts';

/** The service asked to be left alone for a while (429, 503, or it cannot be reached). */
export class ServiceBusy extends Error {
  readonly retryAfterMs: number;
  constructor(message: string, retryAfterMs: number) {
    super(message);
    this.name = 'ServiceBusy';
    this.retryAfterMs = retryAfterMs;
  }
}

/** The service answered no: a refused form, a right that is not held. Life goes on. */
export class ServiceRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'ServiceRefusal';
    this.status = status;
  }
}

export interface NationalClient {
  get<Body>(player: Player, path: string, schema: z.ZodType<Body>): Promise<Body>;
  /** A public form: nobody is signed in. */
  submit(path: string, body: unknown): Promise<void>;
  command(player: Player, command: Command): Promise<Verdict>;
}

export interface ClientOptions {
  readonly url: string;
  /** A bearer token for a player; asked again when the service no longer takes it. */
  readonly tokenFor: (player: Player) => Promise<string>;
  readonly signal: AbortSignal;
}

const TIMEOUT_MS = 15_000;
const DEFAULT_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 120_000;
/** Tokens kept at once; the nation has more accounts than a demonstration plays in an hour. */
const MOST_TOKENS = 500;

const answerSchema = z.object({ verdicts: z.array(verdictSchema) });

function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(LONGEST_RETRY_MS, Math.max(1, seconds) * 1_000) : DEFAULT_RETRY_MS;
}

/** @throws ServiceBusy, ServiceRefusal; an `AbortError` when the simulation is stopped */
export function createNationalClient({ url, tokenFor, signal }: ClientOptions): NationalClient {
  const tokens = new Map<string, string>();

  async function tokenOf(player: Player, fresh: boolean): Promise<string> {
    const key = `${player.kind}:${player.id}`;
    const known = tokens.get(key);
    if (known !== undefined && !fresh) return known;
    const token = await tokenFor(player);
    tokens.delete(key);
    tokens.set(key, token);
    if (tokens.size > MOST_TOKENS) tokens.delete(tokens.keys().next().value ?? key);
    return token;
  }

  async function ask(path: string, request: { method: string; body?: unknown; token?: string }): Promise<Response> {
    const { method, body, token } = request;
    try {
      return await fetch(new URL(path, url), {
        method,
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
    } catch (error) {
      signal.throwIfAborted();
      throw new ServiceBusy(error instanceof Error ? error.message : 'unreachable', DEFAULT_RETRY_MS);
    }
  }

  async function read(response: Response): Promise<unknown> {
    if (response.ok) return response.json();
    // The body is drained: an answer left unread would hold its connection.
    await response.arrayBuffer();
    if (response.status === 429 || response.status >= 500) {
      throw new ServiceBusy(`HTTP ${response.status}`, retryAfter(response));
    }
    throw new ServiceRefusal(response.status, `HTTP ${response.status}`);
  }

  async function askAs(player: Player, path: string, request: { method: string; body?: unknown }): Promise<unknown> {
    const first = await ask(path, { ...request, token: await tokenOf(player, false) });
    if (first.status !== 401) return read(first);
    await first.arrayBuffer();
    return read(await ask(path, { ...request, token: await tokenOf(player, true) }));
  }

  return {
    async get(player, path, schema) {
      return schema.parse(await askAs(player, path, { method: 'GET' }));
    },
    async submit(path, body) {
      await read(await ask(path, { method: 'POST', body }));
    },
    async command(player, command) {
      const answer = answerSchema.parse(
        await askAs(player, '/v1/commands', { method: 'POST', body: { commands: [command] } }),
      );
      const [verdict] = answer.verdicts;
      if (verdict === undefined) throw new ServiceRefusal(502, 'No verdict');
      if (verdict.outcome === 'later') throw new ServiceBusy('later', verdict.retryAfter * 1_000);
      return verdict;
    },
  };
}
