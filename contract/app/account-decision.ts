/**
 * What a cell decides of accounts (DOMAIN §5; F24, F33-F35, F42, F113). Each is one more kind of decision: previewed,
 * committed and undone like the others.
 */
import { z } from 'zod';

const reason = z.string().trim().min(1).max(500);

export const ACCOUNT_DECISIONS = [
  /** Targets of the four below: requests for accounts. */
  z.strictObject({ kind: z.literal('validate-account') }),
  z.strictObject({ kind: z.literal('refuse-account'), reason }),
  z.strictObject({ kind: z.literal('resolve-duplicate'), resolution: z.enum(['attach-missions', 'drop']), reason }),
  z.strictObject({ kind: z.literal('renew-activation') }),
  /** Targets: rows of a spreadsheet that was read (contract/app/accounts-contract.ts). */
  z.strictObject({ kind: z.literal('import-accounts'), importId: z.string().max(64) }),
] as const;

export type AccountDecision = z.infer<(typeof ACCOUNT_DECISIONS)[number]>;
export type AccountDecisionKind = AccountDecision['kind'];
