/** The contract as OpenAPI 3.1: generated, never written by hand. */
import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { z } from 'zod';
import { commandSchema } from '../../contract/national/commands/command.ts';
import { verdictSchema } from '../../contract/national/commands/verdict.ts';
import { feedEntrySchema } from '../../contract/national/feed.ts';
import { ROUTE_POLICIES } from '../../contract/national/policy.ts';
import { principalSchema } from '../../contract/national/principal.ts';
import { PROBLEM_MEDIA_TYPE, problemSchema } from '../../contract/national/problem.ts';
import type { PlainRoute } from '../../contract/national/routes/plain-routes.ts';
import { PLAIN_ROUTES } from '../../contract/national/routes/plain-routes.ts';
import { nationalContract } from '../../contract/national/routes.ts';
import { CONTRACT_VERSION } from '../../contract/national/version.ts';
import { contractRoutes } from './contract-routes.ts';

const TAGS = [
  { name: 'Service', description: 'Signes de vie, contrat, registre des problèmes, personne connectée.' },
  {
    name: 'Décisions',
    description: 'Tout ce qui change la nation : des décisions nommées, jugées exactement une fois.',
  },
  { name: 'Flux', description: 'Tout ce qui a changé, dans un seul ordre, filtré par le périmètre.' },
  { name: 'Candidats', description: 'Fiches des volontaires ; coordonnées et pièces une à une, avec un motif.' },
  { name: 'Établissement', description: 'Ce que voit un établissement demandeur.' },
  { name: 'Journal', description: 'Qui a décidé quoi, quand, pourquoi ; chaînes vérifiables.' },
  { name: 'Comptes', description: 'Demandes, activation, création par tableur.' },
];

/** Answers that any route may give, beside its own. */
const COMMON_STATUSES: Readonly<Record<string, string>> = {
  '400': 'Requête non conforme',
  '413': 'Contenu trop volumineux',
  '429': 'Trop de demandes ; voir Retry-After',
  '500': 'Incident interne ; la référence est au journal technique',
  '503': 'À présenter à nouveau ; voir Retry-After',
};
const SESSION_STATUSES: Readonly<Record<string, string>> = {
  '401': 'Session absente, inconnue ou expirée',
  '403': 'Habilitation insuffisante, ou objet hors de portée',
};
const OBJECT_STATUSES: Readonly<Record<string, string>> = { '404': 'Objet inconnu' };
const RULE_STATUSES: Readonly<Record<string, string>> = {
  '408': 'Contenu trop lent',
  '409': 'Quelqu’un a décidé entre-temps',
  '415': 'Format de contenu non accepté',
  '422': 'Une règle s’y oppose',
};

type Json = Readonly<Record<string, unknown>>;

/** The part of an OpenAPI document that is completed here. */
interface Document extends Json {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

interface RouteFacts {
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

function problemResponses({ name, method, path }: RouteFacts): Json {
  const roles = ROUTE_POLICIES[name as keyof typeof ROUTE_POLICIES].roles;
  const descriptions = {
    ...COMMON_STATUSES,
    ...(typeof roles === 'string' ? {} : SESSION_STATUSES),
    ...(path.includes('{') || roles === 'demo' ? OBJECT_STATUSES : {}),
    ...(method === 'GET' ? {} : RULE_STATUSES),
  };
  return Object.fromEntries(
    Object.entries(descriptions).map(([status, description]) => [
      status,
      { description, content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } },
    ]),
  );
}

function securityOf(name: string): readonly Json[] {
  const { roles } = ROUTE_POLICIES[name as keyof typeof ROUTE_POLICIES];
  return typeof roles === 'string' ? [] : [{ session: [] }];
}

function parametersOf(route: PlainRoute): readonly Json[] {
  return Object.entries(route.input.shape).map(([name, schema]) => {
    const inPath = route.path.includes(`{${name}}`);
    const { $schema: _, ...jsonSchema } = z.toJSONSchema(schema as z.ZodType, { io: 'input' });
    return { name, in: inPath ? 'path' : 'query', required: inPath, schema: jsonSchema };
  });
}

function plainOperation(name: string, route: PlainRoute): Json {
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    tags: [route.tag],
    parameters: parametersOf(route),
    security: securityOf(name),
    responses: {
      '200': { description: 'OK', content: { [route.mediaType]: { schema: { type: 'string' } } } },
      ...problemResponses({ name, method: route.method, path: route.path }),
    },
  };
}

/** A file has its own media types: the generator's empty JSON alternative beside them is left out. */
function withoutEmptyContent(operation: Json): Json {
  const body = operation['requestBody'] as { content: Record<string, { schema: Json }> } | undefined;
  if (body === undefined) return operation;
  const content = Object.entries(body.content).filter(([, { schema }]) => {
    const choices = schema['anyOf'];
    return !(Array.isArray(choices) && choices.length === 0);
  });
  return { ...operation, requestBody: { ...body, content: Object.fromEntries(content) } };
}

/** Generates the document; the same contract always gives the same text. */
export async function openApiDocument(): Promise<Document> {
  const generator = new OpenAPIGenerator({
    schemaConverters: [new ZodToJsonSchemaConverter({ maxStructureDepth: 20 })],
  });
  const document = await generator.generate(nationalContract as AnyContractRouter, {
    info: {
      title: 'Service national de renfort',
      version: CONTRACT_VERSION,
      description:
        'Contrat du service national de référence pour la régulation des renforts en crise sanitaire. Les erreurs sont des problèmes RFC 9457 en français, dont le registre est à `/v1/problems`.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/', description: 'Ce service' }],
    tags: TAGS,
    commonSchemas: {
      Command: { schema: commandSchema },
      Verdict: { schema: verdictSchema, strategy: 'output' },
      Principal: { schema: principalSchema, strategy: 'output' },
      FeedEntry: { schema: feedEntrySchema, strategy: 'output' },
      Problem: { schema: problemSchema, strategy: 'output' },
    },
    components: {
      securitySchemes: {
        session: {
          type: 'openIdConnect',
          openIdConnectUrl: '/oidc/.well-known/openid-configuration',
          description: 'Code d’autorisation avec PKCE S256 ; le jeton d’accès est porté en Bearer.',
        },
      },
    },
  });
  const paths: Record<string, Record<string, Json>> = {};
  for (const [path, operations] of Object.entries((document as unknown as Document).paths))
    paths[path] = { ...operations };
  for (const route of contractRoutes()) {
    const method = route.method.toLowerCase();
    const operation = paths[route.path]?.[method];
    if (!operation) throw new Error(`${route.name} is not in the generated document`);
    const responses = { ...(operation['responses'] as Json), ...problemResponses(route) };
    paths[route.path] = {
      ...paths[route.path],
      [method]: { ...withoutEmptyContent(operation), security: securityOf(route.name), responses },
    };
  }
  for (const [name, route] of Object.entries(PLAIN_ROUTES) as [string, PlainRoute][]) {
    paths[route.path] = { ...paths[route.path], get: plainOperation(name, route) };
  }
  return { ...(document as unknown as Document), paths };
}
