/** Every command kind and who carries it out: the table of contents of what the nation can be asked to do. */
import type { CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { CommandHandler, Handlers } from '../kernel/handler.ts';
import { acceptCandidate } from './accept-candidate.ts';
import { answerAlert } from './answer-alert.ts';
import { commentAlert } from './comment-alert.ts';
import { contactCandidate } from './contact-candidate.ts';
import { createProposal } from './create-proposal.ts';
import { declineAlert } from './decline-alert.ts';
import { liftAlert } from './lift-alert.ts';
import { raiseAlert } from './raise-alert.ts';
import { refuseCandidate } from './refuse-candidate.ts';
import { setPriority } from './set-priority.ts';
import { takeAlert } from './take-alert.ts';

/** Each handler is typed by its own kind; the registry holds them by the kind they name. */
const ALL = [
  raiseAlert,
  takeAlert,
  answerAlert,
  declineAlert,
  commentAlert,
  liftAlert,
  setPriority,
  createProposal,
  contactCandidate,
  acceptCandidate,
  refuseCandidate,
] as unknown as readonly CommandHandler[];

export const HANDLERS: Handlers = new Map<CommandKind, CommandHandler>(ALL.map((handler) => [handler.kind, handler]));
