/** The public forms of accounts by HTTP. */
import { activateAccount } from '../../accounts/activate-account.ts';
import { renewActivation } from '../../accounts/renew-activation.ts';
import { submitAccountRequest } from '../../accounts/submit-account-request.ts';
import { national } from './base.ts';

export const accountProcedures = {
  request: national.accounts.request.handler(({ context, input }) =>
    submitAccountRequest(context.service.ground, input),
  ),
  activate: national.accounts.activate.handler(({ context, input }) => activateAccount(context.service.ground, input)),
  renewActivation: national.accounts.renewActivation.handler(({ context, input }) =>
    renewActivation(context.service.ground, input.email),
  ),
};
