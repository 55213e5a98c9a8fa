/** What an establishment reads; what it decides goes by commands like everybody's. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import {
  establishmentMissionSchema,
  establishmentProposalSchema,
  reachableCandidatePageSchema,
} from '../views/establishment-views.ts';

export const establishmentRoutes = {
  missions: oc
    .route({
      method: 'GET',
      path: '/v1/my/missions',
      operationId: 'listMyMissions',
      tags: ['Établissement'],
      summary: 'Les missions de ses établissements',
    })
    .input(
      z.strictObject({
        state: z.enum(['open', 'closed', 'archived']).optional(),
        /** Id of the last mission of the page before. */
        after: z.string().max(64).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.strictObject({ missions: z.array(establishmentMissionSchema), next: z.string().nullable() })),
  proposals: oc
    .route({
      method: 'GET',
      path: '/v1/my/proposals',
      operationId: 'listMyProposals',
      tags: ['Établissement'],
      summary: 'Les propositions, contacts et affectations sur ses missions ; pour un volontaire, les siens',
    })
    .input(
      z.strictObject({
        missionId: z.string().min(1).max(64).optional(),
        /** Only those that still live (open, suspended, contacted, accepted). */
        live: z.enum(['true', 'false']).default('false'),
        after: z.string().max(64).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.strictObject({ proposals: z.array(establishmentProposalSchema), next: z.string().nullable() })),
  candidates: oc
    .route({
      method: 'GET',
      path: '/v1/missions/{id}/candidates',
      operationId: 'listReachableCandidates',
      tags: ['Établissement'],
      summary: 'Les personnes à portée d’une mission : accès direct, ou proposées par l’ARS',
      description:
        'Classées par correspondance ; 20 par page par défaut. En gestion de crise, seules les personnes proposées.',
    })
    .input(
      z.strictObject({
        id: z.string().min(1).max(64),
        from: z.coerce.number().int().min(0).max(100_000).default(0),
        limit: z.coerce.number().int().min(1).max(100).default(20),
      }),
    )
    .output(reachableCandidatePageSchema),
};
