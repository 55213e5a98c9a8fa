/** Every command kind and who carries it out: the table of contents of what the nation can be asked to do. */
import type { CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { CommandHandler, Handlers } from '../kernel/handler.ts';
import { acceptCandidate } from './accept-candidate.ts';
import { adjustOpening } from './adjust-opening.ts';
import { agreeToOpening } from './agree-to-opening.ts';
import { answerAlert } from './answer-alert.ts';
import { archiveMission } from './archive-mission.ts';
import { assignOnBehalf } from './assign-on-behalf.ts';
import { assignRegulator } from './assign-regulator.ts';
import { cancelAssignment } from './cancel-assignment.ts';
import { changeNeed } from './change-need.ts';
import { closeMission } from './close-mission.ts';
import { closeOpening } from './close-opening.ts';
import { commentAlert } from './comment-alert.ts';
import { contactCandidate } from './contact-candidate.ts';
import { createMission } from './create-mission.ts';
import { createOpening } from './create-opening.ts';
import { createProposal } from './create-proposal.ts';
import { declineAlert } from './decline-alert.ts';
import { deferMission } from './defer-mission.ts';
import { endAssignmentEarly } from './end-assignment-early.ts';
import { grantDirectAccess } from './grant-direct-access.ts';
import { grantHabilitation } from './grant-habilitation.ts';
import { importAccount } from './import-account.ts';
import { joinPool } from './join-pool.ts';
import { leavePool } from './leave-pool.ts';
import { liftAlert } from './lift-alert.ts';
import { mergeCandidates } from './merge-candidates.ts';
import { noteMission } from './note-mission.ts';
import { objectToOpening } from './object-to-opening.ts';
import { overruleObjection } from './overrule-objection.ts';
import { raiseAlert } from './raise-alert.ts';
import { recordArbitration } from './record-arbitration.ts';
import { recordReserveAnswer } from './record-reserve-answer.ts';
import { refuseAccountRequest } from './refuse-account-request.ts';
import { refuseCandidate } from './refuse-candidate.ts';
import { registerSigningKey } from './register-signing-key.ts';
import { releaseProposal } from './release-proposal.ts';
import { remindEstablishment } from './remind-establishment.ts';
import { renewActivationLink } from './renew-activation-link.ts';
import { reopenMission } from './reopen-mission.ts';
import { resolveDuplicateRequest } from './resolve-duplicate-request.ts';
import { revokeDirectAccess } from './revoke-direct-access.ts';
import { revokeHabilitation } from './revoke-habilitation.ts';
import { revokeSigningKey } from './revoke-signing-key.ts';
import { sendReserveRequest } from './send-reserve-request.ts';
import { setAvailability } from './set-availability.ts';
import { setPriority } from './set-priority.ts';
import { switchCrisisMode } from './switch-crisis-mode.ts';
import { takeAlert } from './take-alert.ts';
import { validateAccountRequest } from './validate-account-request.ts';
import { verifyCandidate } from './verify-candidate.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

/** Each handler is typed by its own kind; the registry holds them by the kind they name. */
const ALL = [
  raiseAlert,
  takeAlert,
  answerAlert,
  declineAlert,
  commentAlert,
  liftAlert,
  sendReserveRequest,
  recordReserveAnswer,
  recordArbitration,
  overruleObjection,
  objectToOpening,
  createOpening,
  closeOpening,
  agreeToOpening,
  adjustOpening,
  setPriority,
  createProposal,
  contactCandidate,
  acceptCandidate,
  refuseCandidate,
  withdrawProposal,
  releaseProposal,
  remindEstablishment,
  assignOnBehalf,
  endAssignmentEarly,
  cancelAssignment,
  importAccount,
  renewActivationLink,
  refuseAccountRequest,
  resolveDuplicateRequest,
  validateAccountRequest,
  grantHabilitation,
  revokeHabilitation,
  registerSigningKey,
  revokeSigningKey,
  deferMission,
  noteMission,
  assignRegulator,
  createMission,
  changeNeed,
  closeMission,
  reopenMission,
  archiveMission,
  verifyCandidate,
  setAvailability,
  joinPool,
  leavePool,
  mergeCandidates,
  switchCrisisMode,
  grantDirectAccess,
  revokeDirectAccess,
] as unknown as readonly CommandHandler[];

export const HANDLERS: Handlers = new Map<CommandKind, CommandHandler>(ALL.map((handler) => [handler.kind, handler]));
