/** The public forms of accounts by HTTP, and the spreadsheet of annex 2. */
import { activateAccount } from '../../accounts/activate-account.ts';
import { importAccounts } from '../../accounts/import/import-accounts.ts';
import { renewActivation } from '../../accounts/renew-activation.ts';
import { submitAccountRequest } from '../../accounts/submit-account-request.ts';
import { callerOf } from '../service.ts';
import { national } from './base.ts';

export const accountProcedures = {
  request: national.accounts.request.handler(({ context, input }) =>
    submitAccountRequest(context.service.ground, input),
  ),
  activate: national.accounts.activate.handler(({ context, input }) => activateAccount(context.service.ground, input)),
  renewActivation: national.accounts.renewActivation.handler(({ context, input }) =>
    renewActivation(context.service.ground, input.email),
  ),
  importSheet: national.accounts.importSheet.handler(async ({ context, input: { query, body } }) =>
    importAccounts(context.service.ground, callerOf(context), new Uint8Array(await body.arrayBuffer()), {
      dryRun: query.dryRun === 'true',
    }),
  ),
};
