/** The feed by pages, and what a first transfer needs. The streams themselves are in plain-routes.ts. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { feedPageSchema, feedQuerySchema, snapshotManifestSchema } from '../feed.ts';

/** 'nation', or 'agency:6'. */
export const scopeNameSchema = z.string().regex(/^(nation|agency:([1-9]|1[0-8]))$/);

export const feedRoutes = {
  pull: oc
    .route({
      method: 'GET',
      path: '/v1/feed',
      operationId: 'pullFeed',
      tags: ['Flux'],
      summary: 'Une page du flux, filtrée par le périmètre de la personne',
    })
    .input(feedQuerySchema)
    .output(feedPageSchema),
  snapshotManifest: oc
    .route({
      method: 'GET',
      path: '/v1/snapshots/{scope}/manifest',
      operationId: 'getSnapshotManifest',
      tags: ['Flux'],
      summary: 'Manifeste signé de la première image prête',
    })
    .input(z.strictObject({ scope: scopeNameSchema }))
    .output(z.strictObject({ manifest: snapshotManifestSchema, signature: z.string() })),
  snapshotKeys: oc
    .route({
      method: 'GET',
      path: '/v1/snapshot-keys',
      operationId: 'listSnapshotKeys',
      tags: ['Flux'],
      summary: 'Clés publiques des premières images',
    })
    .output(
      z.strictObject({
        /** `publicKey`: SubjectPublicKeyInfo, PEM. */
        keys: z.array(z.strictObject({ keyId: z.string(), publicKey: z.string() })),
      }),
    ),
};
