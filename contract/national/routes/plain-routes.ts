/**
 * Routes whose answer is a stream or a document, not one value: served beside the oRPC handler, held to the same
 * policy, published in the same OpenAPI document.
 */
import { z } from 'zod';
import { scopeNameSchema } from './feed-routes.ts';

export interface PlainRoute {
  readonly method: 'GET';
  readonly path: `/v1/${string}`;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Path and query fields. */
  readonly input: z.ZodObject;
  readonly mediaType: string;
}

export const PLAIN_ROUTES = {
  'feed.news': {
    method: 'GET',
    path: '/v1/feed/news',
    operationId: 'followNews',
    tag: 'Flux',
    summary: 'Événements : il y a du nouveau (à lire par le flux)',
    description: 'Server-sent events `news` : {head, scopeVersion}. Un commentaire toutes les 15 s.',
    input: z.strictObject({}),
    mediaType: 'text/event-stream',
  },
  'feed.bulk': {
    method: 'GET',
    path: '/v1/bulk',
    operationId: 'transferAll',
    tag: 'Flux',
    summary: 'Premier transfert : tout le périmètre, en colonnes (NDJSON compressé zstd)',
    description:
      'Première ligne : en-tête ; puis des blocs de 2 000 lignes ; dernière ligne : fin. Reprise par `resume`.',
    input: z.strictObject({ resume: z.string().max(400).optional() }),
    mediaType: 'application/zstd',
  },
  'feed.snapshotContent': {
    method: 'GET',
    path: '/v1/snapshots/{scope}/content',
    operationId: 'getSnapshotContent',
    tag: 'Flux',
    summary: 'Première image prête (SQLite compressé zstd)',
    description:
      'Celle du manifeste dont on donne `sha256` ; si elle n’est plus là, ou sans `sha256`, la plus récente. L’en-tête ETag dit laquelle.',
    input: z.strictObject({
      scope: scopeNameSchema,
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
    mediaType: 'application/zstd',
  },
  'service.openapi': {
    method: 'GET',
    path: '/v1/openapi.json',
    operationId: 'getOpenApi',
    tag: 'Service',
    summary: 'Ce contrat, en OpenAPI 3.1',
    input: z.strictObject({}),
    mediaType: 'application/json',
  },
} as const satisfies Record<string, PlainRoute>;

export type PlainRouteName = keyof typeof PLAIN_ROUTES;
