/** The journal, its verification, and the demo's box of outgoing mails. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { journalPageSchema, journalQuerySchema, journalVerificationSchema } from '../views/journal-views.ts';

export const journalRoutes = {
  read: oc
    .route({
      method: 'GET',
      path: '/v1/journal',
      operationId: 'readJournal',
      tags: ['Journal'],
      summary: 'Lire le journal des décisions, selon son droit ; la lecture est journalisée',
    })
    .input(journalQuerySchema)
    .output(journalPageSchema),
  verify: oc
    .route({
      method: 'GET',
      path: '/v1/journal/verification',
      operationId: 'verifyJournal',
      tags: ['Journal'],
      summary: 'Vérifier les chaînes du journal',
    })
    .output(journalVerificationSchema),
  outgoingMail: oc
    .route({
      method: 'GET',
      path: '/v1/outgoing-mail',
      operationId: 'listOutgoingMail',
      tags: ['Journal'],
      summary: 'Courriels de la démonstration (absent d’un service réel)',
    })
    .input(
      z.strictObject({
        recipient: z.string().max(254).optional(),
        kind: z.string().max(64).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(
      z.strictObject({
        mails: z.array(
          z.strictObject({
            id: z.string(),
            kind: z.string(),
            recipient: z.string(),
            subject: z.string(),
            body: z.string(),
            state: z.string(),
            notBefore: z.string(),
            createdAt: z.string(),
            sentAt: z.string().nullable(),
          }),
        ),
      }),
    ),
};
