/**
 * Deny by default (TRUST S42): a route without a line in the policy table does not boot, and nobody enters a route
 * whose line does not name their role. What the line leaves open (region, object) is asked behind, by right.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RouteName, RoutePolicy } from '../../contract/national/policy.ts';
import { isRouteName, PREFIX_POLICIES, ROUTE_POLICIES } from '../../contract/national/policy.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { Service } from './service.ts';
import { ServiceProblem } from './service-problem.ts';
import type { Traffic, TrafficKind } from './traffic.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route's line in ROUTE_POLICIES. */
    policy?: RouteName;
  }
  interface FastifyRequest {
    /** Set by the guard; null on public routes without a session. */
    principal: Principal | null;
  }
}

const TRANSFERS: ReadonlySet<string> = new Set<RouteName>(['feed.bulk', 'feed.snapshotContent']);

function trafficOf(name: RouteName, method: string): TrafficKind {
  if (TRANSFERS.has(name)) return 'transfer';
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write';
}

/** The policy of a route as it is declared, or by the path it lies under. */
function policyNameOf(config: { policy?: RouteName } | undefined, path: string): RouteName | null {
  const name = config?.policy;
  if (name !== undefined) return isRouteName(name) ? name : null;
  return PREFIX_POLICIES.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))?.route ?? null;
}

const notIdentified = (): ServiceProblem =>
  new ServiceProblem(401, 'invalid-token', 'Identifiez-vous : votre session est absente ou n’est pas reconnue.');

/** RFC 6750: the token travels in the Authorization header and nowhere else. */
function bearerOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  if (header === undefined) return null;
  const found = /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(header);
  if (!found?.[1]) throw notIdentified();
  return found[1];
}

async function identify(service: Service, bearer: string): Promise<Principal> {
  const answer = await service.authenticate(bearer);
  if (!answer.ok) throw new ServiceProblem(answer.status, answer.code, answer.message);
  return answer.principal;
}

function authorise(policy: RoutePolicy, principal: Principal | null, demo: boolean): void {
  if (policy.roles === 'public') return;
  if (policy.roles === 'demo') {
    if (demo) return;
    throw new ServiceProblem(404, 'not-available-here', 'Cette adresse n’existe que dans le service de démonstration.');
  }
  if (principal === null) throw notIdentified();
  if (!policy.roles.some((role) => role === principal.role)) {
    throw new ServiceProblem(403, 'no-right', 'Votre habilitation ne permet pas cette action.');
  }
}

/**
 * Installs the guard; call it before any route is declared.
 *
 * @throws at boot when a route has no policy
 */
export function guardRoutes(server: FastifyInstance, service: Service, traffic: Traffic): void {
  server.decorateRequest('principal', null);
  server.addHook('onRoute', (route) => {
    if (policyNameOf(route.config, route.url) === null) {
      throw new Error(`${String(route.method)} ${route.url} has no policy: add a line to contract/national/policy.ts`);
    }
  });
  server.addHook('onRequest', async (request) => {
    if (request.is404) {
      traffic.countAnonymous(request.ip);
      return;
    }
    const name = policyNameOf(request.routeOptions.config, request.routeOptions.url ?? '');
    if (name === null) throw new ServiceProblem(404, 'unknown-route', 'Cette adresse n’existe pas.');
    const policy: RoutePolicy = ROUTE_POLICIES[name];
    // Sign-in pages have their own sessions and their own bearer tokens.
    const bearer = name.startsWith('identity.') ? null : bearerOf(request);
    if (bearer !== null) {
      try {
        request.principal = await identify(service, bearer);
      } catch (error) {
        traffic.countAnonymous(request.ip);
        throw error;
      }
    }
    if (request.principal === null) {
      if (name !== 'service.health') traffic.countAnonymous(request.ip);
    } else {
      traffic.count(trafficOf(name, request.method), request.principal);
    }
    authorise(policy, request.principal, service.demo);
  });
}
