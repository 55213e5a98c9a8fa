/**
 * The network between one workstation and the service, played in this process: the true service answers, and what
 * happens to requests and answers on their way is drawn from a seed (TRUST R04).
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { commandBatchSchema } from '../../../contract/national/commands/command.ts';
import type { Verdict } from '../../../contract/national/commands/verdict.ts';
import { feedQuerySchema } from '../../../contract/national/feed.ts';
import type { Principal } from '../../../contract/national/principal.ts';
import { CONTRACT_VERSION } from '../../../contract/national/version.ts';
import type { Transport, TransportAnswer, TransportRequest } from '../../../src-main/national/transport.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { ClientStage } from './client-stage.ts';
import type { ClientCode } from './load-client.ts';

export const NETWORK_FAULTS = [
  'drop-before',
  'drop-after',
  'duplicate',
  'stale',
  'later',
  'busy',
  'too-many',
  'portal',
  'cut',
] as const;
export type NetworkFault = (typeof NETWORK_FAULTS)[number];
export type FaultWeights = Readonly<Partial<Record<NetworkFault, number>>>;

interface Served {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();
const json = (status: number, value: unknown): Served => ({
  status,
  type: status === 200 ? 'application/json' : 'application/problem+json',
  bytes: encoder.encode(JSON.stringify(value)),
});

function problem(status: number, code: string, more: object = {}): Served {
  const said = {
    type: `/v1/problems/${code}`,
    title: code,
    status,
    detail: 'Essai.',
    instance: 'urn:uuid:0',
    code,
    reference: '0',
  };
  return json(status, { ...said, ...more });
}

export interface FaultyTransportOptions {
  readonly code: ClientCode;
  readonly stage: ClientStage;
  readonly person: Principal;
  readonly random: SeededRandom;
  /** Asked at each exchange: faults stop when a history heals. */
  readonly weights: () => FaultWeights;
  /** What the person does while an answer travels. */
  readonly midFlight: () => void;
  /** Whether these decisions are lost, whatever the weights. */
  readonly loses: () => 'before' | 'after' | null;
}

export function createFaultyTransport(options: FaultyTransportOptions): Transport {
  const { code, stage, person, random } = options;
  const answered = new Map<string, Served>();

  async function judge(body: string, fault: NetworkFault | null): Promise<Served> {
    const read = commandBatchSchema.safeParse(JSON.parse(body));
    if (!read.success)
      return problem(400, 'invalid-input', { errors: [{ pointer: '/commands/0', message: 'Illisible.' }] });
    const { commands } = read.data;
    const put = new Set(
      fault === 'later' ? commands.filter(() => random.chance(0.5)).map(({ commandId }) => commandId) : [],
    );
    const judged = await stage.send(
      person,
      commands.filter(({ commandId }) => !put.has(commandId)),
    );
    const byId = new Map(judged.map((verdict) => [verdict.commandId, verdict]));
    const verdicts = commands.map(
      ({ commandId }): Verdict =>
        byId.get(commandId) ?? { commandId, outcome: 'later', message: 'Plus tard.', retryAfter: 1 },
    );
    return json(200, { verdicts });
  }

  async function serve({ path, body }: TransportRequest, fault: NetworkFault | null): Promise<Served> {
    const { pathname, searchParams } = new URL(path, 'https://national.invalid');
    const query = Object.fromEntries(searchParams);
    const at = new Date(stage.clock()).toISOString();
    try {
      switch (pathname) {
        case '/v1/health':
          return json(200, { status: 'ok', contract: CONTRACT_VERSION, at, head: 0 });
        case '/v1/me':
          return json(200, person);
        case '/v1/commands':
          return await judge(body ?? '', fault);
        case '/v1/feed':
          return json(
            200,
            await stage.code.feed.pull(stage.ground, person, feedQuerySchema.parse({ ...query, limit: '2' })),
          );
        case '/v1/bulk': {
          const parts: Uint8Array[] = [];
          for await (const part of await stage.bulk.bulkStream(stage.ground, person, query['resume'])) {
            parts.push(part as Uint8Array);
          }
          return { status: 200, type: 'application/zstd', bytes: Buffer.concat(parts) };
        }
        default:
          return problem(404, 'unknown-route');
      }
    } catch (error) {
      const known =
        error instanceof Error && error.name === 'FeedRefusal' && 'code' in error ? String(error.code) : null;
      if (known === null) throw error;
      return problem(409, known);
    }
  }

  function answerOf({ status, type, bytes }: Served, cut: boolean): TransportAnswer {
    const headers: Record<string, string> = { 'content-type': type, 'content-length': String(bytes.length) };
    async function* body(): AsyncGenerator<Uint8Array> {
      const half = Math.floor(bytes.length / 2);
      yield bytes.subarray(0, cut ? half : bytes.length);
      if (cut) throw new code.nationalFault.NationalFault('truncated');
    }
    return { status, headers, body: body() };
  }

  return {
    async close() {},
    async exchange(request) {
      const fault = random.weighted({ none: 1, ...options.weights() }) as NetworkFault | 'none' | null;
      const lost = () => new code.nationalFault.NationalFault('unreachable');
      // Half the time it is known that nothing left, as when nobody listens.
      const route = request.path.split('?')[0] ?? '';
      const loss = route === '/v1/commands' ? options.loses() : null;
      if (loss === 'before') throw new code.nationalFault.NationalFault('unreachable', { mayHaveArrived: false });
      if (fault === 'drop-before') {
        throw new code.nationalFault.NationalFault('unreachable', { mayHaveArrived: random.chance(0.5) });
      }
      if (fault === 'portal')
        return answerOf({ status: 200, type: 'text/html', bytes: encoder.encode('<html>') }, false);
      if (fault === 'busy') return answerOf(problem(503, 'service-busy', { retryAfter: 2 }), false);
      if (fault === 'too-many') return answerOf(problem(429, 'too-many-requests', { retryAfter: 3 }), false);
      for (let turns = random.below(4); turns > 0; turns -= 1) await nextTurn();
      const before = answered.get(route);
      let served = await serve(request, fault === 'none' ? null : fault);
      if (fault === 'duplicate') served = await serve(request, null);
      options.midFlight();
      if (fault === 'drop-after' || loss === 'after') throw lost();
      // What a cache might give back instead; decisions are never cached.
      if (fault === 'stale' && route === '/v1/feed' && before !== undefined) return answerOf(before, false);
      answered.set(route, served);
      for (let turns = random.below(4); turns > 0; turns -= 1) await nextTurn();
      return answerOf(served, fault === 'cut');
    },
  };
}
