/**
 * The national contract: every route that takes and gives values. Streams are in routes/plain-routes.ts; who may call
 * what is in policy.ts. Published as OpenAPI 3.1 at `/v1/openapi.json`.
 */
import { accountRoutes } from './routes/account-routes.ts';
import { candidateRoutes } from './routes/candidate-routes.ts';
import { commandRoutes } from './routes/command-routes.ts';
import { establishmentRoutes } from './routes/establishment-routes.ts';
import { feedRoutes } from './routes/feed-routes.ts';
import { journalRoutes } from './routes/journal-routes.ts';
import { cellLogRoutes, presenceRoutes } from './routes/presence-routes.ts';
import { serviceRoutes } from './routes/service-routes.ts';
import { signingKeyRoutes } from './routes/signing-key-routes.ts';

export const nationalContract = {
  service: serviceRoutes,
  commands: commandRoutes,
  feed: feedRoutes,
  candidates: candidateRoutes,
  establishment: establishmentRoutes,
  journal: journalRoutes,
  accounts: accountRoutes,
  presence: presenceRoutes,
  cellLog: cellLogRoutes,
  signingKeys: signingKeyRoutes,
};
export type NationalContract = typeof nationalContract;
