/** Volunteers: their own record, and what others may look at with a reason. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import {
  candidateChangeSchema,
  candidateFormSchema,
  candidateReceiptSchema,
  DOCUMENT_KINDS,
  DOCUMENT_MEDIA_TYPES,
  DOCUMENT_MOST_BYTES,
} from '../forms/candidate-form.ts';
import { CANDIDATE_COLUMNS } from '../rows/candidate-row.ts';
import { rowSchema } from '../rows/column.ts';
import { revealedContactSchema, revealedDocumentSchema, revealRequestSchema } from '../views/reveal-views.ts';
import { detailedInput, detailedInputWithQuery } from './detailed-input.ts';

const id = z.string().min(1).max(64);
const params = z.strictObject({ id });

export const candidateRoutes = {
  signUp: oc
    .route({
      method: 'POST',
      path: '/v1/candidates',
      operationId: 'signUpCandidate',
      tags: ['Candidats'],
      summary: 'Se proposer comme volontaire',
      successStatus: 201,
    })
    .input(candidateFormSchema)
    .output(candidateReceiptSchema),
  duplicates: oc
    .route({
      method: 'GET',
      path: '/v1/candidate-duplicates',
      operationId: 'listCandidateDuplicates',
      tags: ['Candidats'],
      summary: 'Les fiches qui sont sans doute une même personne (même courriel, même numéro), à fusionner',
      description: 'Une région voit les groupes dont au moins une fiche est la sienne. Le courriel n’est jamais dit.',
    })
    .output(
      z.strictObject({
        groups: z.array(
          z.strictObject({
            by: z.enum(['email', 'identifier']),
            /** The oldest record first: into which the others are usually merged. */
            candidates: z.array(z.strictObject({ id: z.string(), number: z.int(), agency: z.int().nullable() })),
          }),
        ),
      }),
    ),
  ownRecord: oc
    .route({
      method: 'GET',
      path: '/v1/my/record',
      operationId: 'getMyRecord',
      tags: ['Candidats'],
      summary: 'Sa propre fiche, coordonnées comprises',
    })
    .output(z.strictObject({ record: rowSchema(CANDIDATE_COLUMNS), contact: revealedContactSchema })),
  change: oc
    .route({
      method: 'PATCH',
      path: '/v1/candidates/{id}',
      operationId: 'changeCandidate',
      inputStructure: 'detailed',
      tags: ['Candidats'],
      summary: 'Corriger sa propre fiche',
    })
    .input(detailedInput({ params, body: candidateChangeSchema }))
    .output(z.strictObject({ record: rowSchema(CANDIDATE_COLUMNS) })),
  deposit: oc
    .route({
      method: 'POST',
      path: '/v1/candidates/{id}/documents',
      operationId: 'depositDocument',
      inputStructure: 'detailed',
      tags: ['Candidats'],
      summary: 'Déposer sa pièce d’identité ou son diplôme (PDF, JPEG, PNG ; 5 Mo au plus)',
      successStatus: 201,
    })
    .input(
      detailedInputWithQuery({
        params,
        query: z.strictObject({ kind: z.enum(DOCUMENT_KINDS), fileName: z.string().min(1).max(120) }),
        body: z
          .file()
          .max(DOCUMENT_MOST_BYTES)
          .mime([...DOCUMENT_MEDIA_TYPES]),
      }),
    )
    .output(z.strictObject({ documentId: z.string() })),
  revealContact: oc
    .route({
      method: 'POST',
      path: '/v1/candidates/{id}/reveal-contact',
      operationId: 'revealContact',
      inputStructure: 'detailed',
      tags: ['Candidats'],
      summary: 'Voir les coordonnées d’une personne, avec un motif ; la consultation est journalisée',
    })
    .input(detailedInput({ params, body: revealRequestSchema }))
    .output(revealedContactSchema),
  revealDocument: oc
    .route({
      method: 'POST',
      path: '/v1/candidates/{id}/documents/{kind}/reveal',
      operationId: 'revealDocument',
      inputStructure: 'detailed',
      tags: ['Candidats'],
      summary: 'Voir une pièce d’une personne, avec un motif ; la consultation est journalisée',
    })
    .input(detailedInput({ params: z.strictObject({ id, kind: z.enum(DOCUMENT_KINDS) }), body: revealRequestSchema }))
    .output(revealedDocumentSchema),
};
