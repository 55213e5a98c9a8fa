/** Accounts of establishments: the public forms, and the spreadsheet of annex 2. Validation goes by commands. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import {
  accountActivationFormSchema,
  accountImportReportSchema,
  accountRequestFormSchema,
  accountRequestReceiptSchema,
  activationRenewalFormSchema,
} from '../forms/account-request-form.ts';

export const SPREADSHEET_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const SPREADSHEET_MOST_BYTES = 5 * 1024 * 1024;

const messageSchema = z.strictObject({ message: z.string() });

export const accountRoutes = {
  request: oc
    .route({
      method: 'POST',
      path: '/v1/account-requests',
      operationId: 'requestAccount',
      tags: ['Comptes'],
      summary: 'Demander un compte d’établissement, avec au moins une mission',
      successStatus: 201,
    })
    .input(accountRequestFormSchema)
    .output(accountRequestReceiptSchema),
  activate: oc
    .route({
      method: 'POST',
      path: '/v1/account-activations',
      operationId: 'activateAccount',
      tags: ['Comptes'],
      summary: 'Activer son compte et choisir son mot de passe (lien de 72 h, une fois)',
    })
    .input(accountActivationFormSchema)
    .output(messageSchema),
  renewActivation: oc
    .route({
      method: 'POST',
      path: '/v1/account-activations/renewals',
      operationId: 'renewActivation',
      tags: ['Comptes'],
      summary: 'Mot de passe oublié, lien d’activation perdu ou non reçu',
      description: 'La réponse est la même que l’adresse soit connue ou non.',
      successStatus: 202,
    })
    .input(activationRenewalFormSchema)
    .output(messageSchema),
  importSheet: oc
    .route({
      method: 'POST',
      path: '/v1/account-imports',
      operationId: 'importAccounts',
      inputStructure: 'detailed',
      tags: ['Comptes'],
      summary: 'Créer des comptes depuis le tableur de l’annexe 2 (5 Mo au plus)',
      description: 'Avec `dryRun=true`, le rapport ligne à ligne seul : rien n’est écrit.',
    })
    .input(
      z.object({
        params: z.strictObject({}).optional(),
        query: z.strictObject({ dryRun: z.enum(['true', 'false']).default('true') }),
        body: z.file().max(SPREADSHEET_MOST_BYTES).mime(SPREADSHEET_MEDIA_TYPE),
      }),
    )
    .output(accountImportReportSchema),
};
