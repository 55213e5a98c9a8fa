/** Every kind of decision that a window can ask for (contract/app/decision.ts), each with its maker. */
import type { Decision, DecisionKind } from '../../contract/app/decision.ts';
import { refuseAccount, renewActivation, resolveDuplicate, validateAccount } from './decisions/account-request.ts';
import { alert } from './decisions/alert.ts';
import { commentAlert } from './decisions/alert-comment.ts';
import { assignOnBehalf } from './decisions/assign-on-behalf.ts';
import { assignRegulator } from './decisions/assign-regulator.ts';
import { cancelAssignment, endEarly } from './decisions/assignment-decisions.ts';
import { setAvailability, verify } from './decisions/candidate-fact.ts';
import { commitPlan } from './decisions/commit-plan.ts';
import { switchCrisisMode, switchCrisisModes } from './decisions/crisis-mode.ts';
import { defer } from './decisions/defer.ts';
import { grantDirectAccess, revokeDirectAccess } from './decisions/direct-access.ts';
import { importAccounts } from './decisions/import-accounts.ts';
import { closeMission, reopenMission } from './decisions/mission-life.ts';
import { note } from './decisions/note.ts';
import { createOpening } from './decisions/opening-create.ts';
import {
  adjustOpening,
  agreeToOpening,
  closeOpening,
  objectToOpening,
  overruleObjection,
} from './decisions/opening-life.ts';
import { release, remind, withdrawProposal } from './decisions/proposal-decisions.ts';
import { propose } from './decisions/propose.ts';
import { proposeBest } from './decisions/propose-best.ts';
import { recordReserveAnswer, requestReserve } from './decisions/reserve-request.ts';
import { setPriority } from './decisions/set-priority.ts';
import type { DecisionMaker } from './draft.ts';

const MAKERS: { readonly [K in DecisionKind]: DecisionMaker<K> } = {
  'set-priority': setPriority,
  defer,
  note,
  'assign-regulator': assignRegulator,
  'close-mission': closeMission,
  'reopen-mission': reopenMission,
  alert,
  propose,
  'propose-best': proposeBest,
  'commit-plan': commitPlan,
  'assign-on-behalf': assignOnBehalf,
  verify,
  'set-availability': setAvailability,
  'withdraw-proposal': withdrawProposal,
  release,
  remind,
  'end-early': endEarly,
  'cancel-assignment': cancelAssignment,
  'switch-crisis-mode': switchCrisisMode,
  'switch-crisis-modes': switchCrisisModes,
  'grant-direct-access': grantDirectAccess,
  'revoke-direct-access': revokeDirectAccess,
  'comment-alert': commentAlert,
  'create-opening': createOpening,
  'adjust-opening': adjustOpening,
  'close-opening': closeOpening,
  'agree-to-opening': agreeToOpening,
  'object-to-opening': objectToOpening,
  'overrule-objection': overruleObjection,
  'request-reserve': requestReserve,
  'record-reserve-answer': recordReserveAnswer,
  'validate-account': validateAccount,
  'refuse-account': refuseAccount,
  'resolve-duplicate': resolveDuplicate,
  'renew-activation': renewActivation,
  'import-accounts': importAccounts,
};

/** The maker of a decision's kind. */
export function makerOf<K extends DecisionKind>(decision: Extract<Decision, { kind: K }>): DecisionMaker<K> {
  return MAKERS[decision.kind as K];
}
