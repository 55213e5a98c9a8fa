/** The streams of the feed: news (server-sent events), the first transfer (zstd NDJSON), a ready-made snapshot. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PLAIN_ROUTES } from '../../../contract/national/routes/plain-routes.ts';
import { bulkStream } from '../../feed/bulk.ts';
import { callerScope } from '../../feed/caller-scope.ts';
import { sendNews } from '../../feed/send-news.ts';
import { fastifyPath } from '../contract-routes.ts';
import type { Service } from '../service.ts';
import { callerOf } from '../service.ts';
import { ServiceProblem } from '../service-problem.ts';
import { readQuery } from './read-query.ts';

/** A connection is renewed after this long, so that an ended habilitation does not keep listening. Milliseconds. */
const LONGEST_NEWS = 15 * 60_000;
/** Connections that one person may keep open: several windows, several workstations. */
const MOST_CONNECTIONS = 10;

function mountNews(server: FastifyInstance, { ground }: Service): void {
  const stops = new AbortController();
  const open = new Map<string, number>();
  server.addHook('preClose', async () => stops.abort());
  const count = (personId: string, change: 1 | -1): number => {
    const now = (open.get(personId) ?? 0) + change;
    if (now === 0) open.delete(personId);
    else open.set(personId, now);
    return now;
  };

  const route = PLAIN_ROUTES['feed.news'];
  server.get(route.path, { config: { policy: 'feed.news' } }, async (request: FastifyRequest, reply) => {
    readQuery(route, request);
    const principal = callerOf(request);
    callerScope(principal);
    if (count(principal.personId, 1) > MOST_CONNECTIONS) {
      count(principal.personId, -1);
      throw new ServiceProblem(429, 'too-many-requests', 'Trop de connexions ouvertes en même temps.', {
        retryAfter: 30,
      });
    }
    reply.hijack();
    try {
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      reply.raw.writeHead(200, { 'content-type': route.mediaType, 'x-accel-buffering': 'no' });
      const signal = AbortSignal.any([stops.signal, AbortSignal.timeout(LONGEST_NEWS)]);
      await sendNews(ground, principal, reply.raw, signal);
    } catch (error) {
      ground.log('news.fault', { error: error instanceof Error ? error.name : typeof error });
      reply.raw.destroy();
    } finally {
      count(principal.personId, -1);
    }
  });
}

function mountBulk(server: FastifyInstance, { ground }: Service): void {
  const route = PLAIN_ROUTES['feed.bulk'];
  server.get(route.path, { config: { policy: 'feed.bulk' } }, async (request: FastifyRequest, reply) => {
    const { resume } = readQuery(route, request);
    const stream = await bulkStream(ground, callerOf(request), resume);
    return reply.type(route.mediaType).send(stream);
  });
}

function mountSnapshot(server: FastifyInstance, { snapshots }: Service): void {
  const route = PLAIN_ROUTES['feed.snapshotContent'];
  const config = { policy: 'feed.snapshotContent' } as const;
  server.get(fastifyPath(route.path), { config }, async (request: FastifyRequest, reply) => {
    const { scope, sha256 } = readQuery(route, request);
    const { manifest, compressedBytes, stream } = await snapshots.content(callerOf(request), scope, sha256);
    if (compressedBytes !== null) reply.header('content-length', compressedBytes);
    return reply.type(route.mediaType).header('etag', `"${manifest.sha256}"`).send(stream);
  });
}

export function mountFeedStreams(server: FastifyInstance, service: Service): void {
  mountNews(server, service);
  mountBulk(server, service);
  mountSnapshot(server, service);
}
