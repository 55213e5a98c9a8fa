/** Life signs, the registry of problems, and who is speaking. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { principalSchema } from '../principal.ts';

const problemPageSchema = z.strictObject({ type: z.string(), code: z.string(), title: z.string() });

export const serviceRoutes = {
  health: oc
    .route({
      method: 'GET',
      path: '/v1/health',
      operationId: 'getHealth',
      tags: ['Service'],
      summary: 'Le service répond-il ?',
      description: "Répond quand la base répond. Donne la version du contrat et l'heure du service.",
    })
    .output(
      z.strictObject({
        status: z.literal('ok'),
        contract: z.string(),
        at: z.string(),
        /** Newest feed number. */
        head: z.int(),
      }),
    ),
  me: oc
    .route({
      method: 'GET',
      path: '/v1/me',
      operationId: 'getMe',
      tags: ['Service'],
      summary: 'La personne connectée, son rôle et son périmètre',
    })
    .output(principalSchema),
  problems: oc
    .route({
      method: 'GET',
      path: '/v1/problems',
      operationId: 'listProblems',
      tags: ['Service'],
      summary: 'Registre des codes de problème',
    })
    .output(z.strictObject({ problems: z.array(problemPageSchema) })),
  problem: oc
    .route({
      method: 'GET',
      path: '/v1/problems/{code}',
      operationId: 'getProblem',
      tags: ['Service'],
      summary: 'Sens d’un code de problème',
    })
    .input(z.strictObject({ code: z.string().min(1).max(64) }))
    .output(problemPageSchema),
};
