import { acceptedOnce } from './accepted-once.ts';
import { businessInvariants } from './business-invariants.ts';
import { derivedColumns } from './derived-columns.ts';
import type { Evidence, Oracle, Violation } from './evidence.ts';
import { journalChain } from './journal-chain.ts';
import { losersTold } from './losers-told.ts';
import { noEffectUnlessAccepted } from './no-effect-unless-accepted.ts';
import { nothingPending } from './nothing-pending.ts';
import { proposalWalk } from './proposal-walk.ts';
import { storedAsTold } from './stored-as-told.ts';
import { versionChain } from './version-chain.ts';

/** In the order in which a reader wants to hear of them: what people were told, what was written, what may never be. */
export const EVERY_ORACLE: readonly Oracle[] = [
  acceptedOnce,
  noEffectUnlessAccepted,
  storedAsTold,
  versionChain,
  losersTold,
  journalChain,
  proposalWalk,
  businessInvariants,
  derivedColumns,
  nothingPending,
];

/** What the given oracles see in the evidence; nothing when all is well. */
export function judge(evidence: Evidence, oracles: readonly Oracle[] = EVERY_ORACLE): Violation[] {
  return oracles.flatMap((oracle) => oracle.judge(evidence).map((what) => ({ oracle: oracle.name, what })));
}
