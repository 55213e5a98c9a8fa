/** Every procedure of the contract: the table of contents of the service's front. */
import { accountProcedures } from './procedures/account-procedures.ts';
import { national } from './procedures/base.ts';
import { candidateProcedures } from './procedures/candidate-procedures.ts';
import { cellLogProcedures, presenceProcedures } from './procedures/cell-procedures.ts';
import { commandProcedures } from './procedures/command-procedures.ts';
import { establishmentProcedures } from './procedures/establishment-procedures.ts';
import { feedProcedures } from './procedures/feed-procedures.ts';
import { journalProcedures } from './procedures/journal-procedures.ts';
import { serviceProcedures } from './procedures/service-procedures.ts';
import { signingKeyProcedures } from './procedures/signing-key-procedures.ts';

/** Typed by the contract: a procedure without an implementation does not compile. */
export const nationalRouter = national.router({
  service: serviceProcedures,
  commands: commandProcedures,
  feed: feedProcedures,
  candidates: candidateProcedures,
  establishment: establishmentProcedures,
  journal: journalProcedures,
  accounts: accountProcedures,
  presence: presenceProcedures,
  cellLog: cellLogProcedures,
  signingKeys: signingKeyProcedures,
});
