/** The routes that answer streams and documents; same guard, same problems. */
import type { FastifyInstance } from 'fastify';
import { PLAIN_ROUTES } from '../../../contract/national/routes/plain-routes.ts';
import { fastifyPath } from '../contract-routes.ts';
import { openApiDocument } from '../openapi-document.ts';
import type { Service } from '../service.ts';

export async function mountPlainRoutes(server: FastifyInstance, _service: Service): Promise<void> {
  const document = JSON.stringify(await openApiDocument());
  server.get(fastifyPath(PLAIN_ROUTES['service.openapi'].path), { config: { policy: 'service.openapi' } }, (_, reply) =>
    reply.type('application/json').send(document),
  );
}
