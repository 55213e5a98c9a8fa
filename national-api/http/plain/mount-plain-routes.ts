/** The routes that answer streams and documents; same guard, same problems. */
import type { FastifyInstance } from 'fastify';
import { PLAIN_ROUTES } from '../../../contract/national/routes/plain-routes.ts';
import { openApiDocument } from '../openapi-document.ts';
import type { Service } from '../service.ts';
import { mountFeedStreams } from './feed-streams.ts';
import { readQuery } from './read-query.ts';

export async function mountPlainRoutes(server: FastifyInstance, service: Service): Promise<void> {
  const document = JSON.stringify(await openApiDocument());
  const route = PLAIN_ROUTES['service.openapi'];
  server.get(route.path, { config: { policy: 'service.openapi' } }, async (request, reply) => {
    readQuery(route, request);
    return reply.type('application/json').send(document);
  });
  mountFeedStreams(server, service);
}
