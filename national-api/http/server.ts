/**
 * The HTTP front: fastify holds sockets, limits and the policy table; the oRPC handler answers the contract's routes,
 * each mounted under its own policy; streams have plain routes beside it.
 *
 * ```
 * socket ─▶ URL and header limits ─▶ guard: policy, session, traffic ─▶ body: size, pace, strict JSON
 *        ─▶ procedure (schema in, schema out)  │  stream          every error ─▶ problem+json, reference in the log
 * ```
 */
import type { Server } from 'node:http';
import helmet from '@fastify/helmet';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ORPCError } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';
import { DOCUMENT_MOST_BYTES } from '../../contract/national/forms/candidate-form.ts';
import type { RouteName } from '../../contract/national/policy.ts';
import { isRouteName } from '../../contract/national/policy.ts';
import type { Problem } from '../../contract/national/problem.ts';
import { PROBLEM_MEDIA_TYPE } from '../../contract/national/problem.ts';
import { SPREADSHEET_MOST_BYTES } from '../../contract/national/routes/account-routes.ts';
import { answerProblem } from './answer-problem.ts';
import { checkQuery, installBodyParsers } from './body-parsers.ts';
import { contractRoutes, fastifyPath } from './contract-routes.ts';
import type { HttpLimits } from './limits.ts';
import { mountPlainRoutes } from './plain/mount-plain-routes.ts';
import { guardRoutes } from './policy-guard.ts';
import { answerRawError } from './raw-errors.ts';
import { nationalRouter } from './router.ts';
import type { CallContext, Service } from './service.ts';
import { callerOf } from './service.ts';
import { ServiceProblem } from './service-problem.ts';
import { createTraffic } from './traffic.ts';

/** Routes whose body may be larger than a form. */
const BODY_LIMITS: Readonly<Partial<Record<RouteName, (limits: HttpLimits) => number>>> = {
  'commands.sendBatch': ({ batchBytes }) => batchBytes,
  'candidates.deposit': () => DOCUMENT_MOST_BYTES,
  'accounts.importSheet': () => SPREADSHEET_MOST_BYTES,
};

function createFastify({ ground, limits }: Service): FastifyInstance {
  return fastify({
    bodyLimit: limits.jsonBytes,
    requestTimeout: limits.requestTimeout,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    http: {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      connectionsCheckingInterval: 1000,
    },
    routerOptions: { maxParamLength: 128 },
    genReqId: () => ground.makeId(),
    clientErrorHandler: (error, socket) => answerRawError(ground, error, socket),
    // An address that the router itself cannot read: no hook runs.
    frameworkErrors: (error, request, reply) => {
      void sendProblem(reply.header('cache-control', 'no-store'), answerProblem(ground, error, routeOf(request)));
    },
  }) as unknown as FastifyInstance<Server>;
}

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfter !== undefined) reply.header('retry-after', Math.ceil(problem.retryAfter));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.status(problem.status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem));
}

function routeOf(request: FastifyRequest): string {
  return request.routeOptions.config?.policy ?? 'unknown';
}

function mountContract(server: FastifyInstance, service: Service, traffic: ReturnType<typeof createTraffic>): void {
  const { ground } = service;
  const handler = new OpenAPIHandler(nationalRouter, {
    interceptors: [
      async (options) => {
        try {
          return await options.next();
        } catch (error) {
          const problem = answerProblem(ground, error, 'contract');
          if (problem.retryAfter !== undefined) options.context.setRetryAfter(problem.retryAfter);
          throw new ORPCError(problem.code, { status: problem.status, data: problem });
        }
      },
    ],
    customErrorResponseBodyEncoder: (error) => error.data,
  });
  for (const { name, method, path, takesQuery } of contractRoutes()) {
    if (!isRouteName(name)) throw new Error(`${name} has no policy: add a line to contract/national/policy.ts`);
    const bodyLimit = BODY_LIMITS[name]?.(service.limits);
    server.route({
      method,
      url: fastifyPath(path),
      config: { policy: name },
      ...(bodyLimit === undefined ? {} : { bodyLimit }),
      async handler(request, reply) {
        if (!takesQuery && request.url.includes('?')) {
          throw new ServiceProblem(400, 'invalid-input', 'Cette adresse ne prend pas de paramètre.');
        }
        const context: CallContext = {
          service,
          principal: request.principal,
          setRetryAfter: (seconds) => reply.header('retry-after', Math.ceil(seconds)),
          countCommands: (count) => traffic.countCommands(callerOf(request), count),
        };
        const { matched } = await handler.handle(request, reply, { context });
        if (!matched) throw new ServiceProblem(404, 'unknown-route', 'Cette adresse n’existe pas.');
        return reply;
      },
    });
  }
}

/**
 * Builds the server; the caller listens and closes.
 *
 * @param mountMore routes of others (identity), mounted under the same guard
 * @throws at boot when any route has no policy
 */
export async function createHttpServer(
  service: Service,
  mountMore: (server: FastifyInstance) => Promise<void> = async () => {},
): Promise<FastifyInstance> {
  const server = createFastify(service);
  const traffic = createTraffic(service.ground, service.limits);
  await server.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }, useDefaults: false },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    hsts: false,
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (request.url.length > service.limits.urlCharacters) {
      throw new ServiceProblem(414, 'request-too-long', 'Cette adresse est trop longue.');
    }
    if (request.url.startsWith('/v1/')) checkQuery(request.url);
  });
  server.addHook('onSend', async (_request, reply, payload) => {
    // The oRPC adapter says application/json for every value: an error is a problem.
    const type = reply.getHeader('content-type');
    if (reply.statusCode >= 400 && typeof type === 'string' && type.startsWith('application/json')) {
      reply.header('content-type', PROBLEM_MEDIA_TYPE);
      if (reply.statusCode === 401) reply.header('www-authenticate', 'Bearer');
    }
    return payload;
  });
  server.setErrorHandler((error, request, reply) =>
    sendProblem(reply, answerProblem(service.ground, error, routeOf(request))),
  );
  server.setNotFoundHandler((request, reply) => {
    const problem = new ServiceProblem(404, 'unknown-route', 'Cette adresse n’existe pas.');
    return sendProblem(reply, answerProblem(service.ground, problem, routeOf(request)));
  });
  installBodyParsers(server, service.limits);
  guardRoutes(server, service, traffic);
  await mountMore(server);
  mountContract(server, service, traffic);
  await mountPlainRoutes(server, service);
  return server;
}
