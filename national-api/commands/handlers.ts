/** Every command kind and who carries it out: the table of contents of what the nation can be asked to do. */
import type { CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { CommandHandler, Handlers } from '../kernel/handler.ts';
import { setPriority } from './set-priority.ts';

/** Each handler is typed by its own kind; the registry holds them by the kind they name. */
const ALL = [setPriority] as unknown as readonly CommandHandler[];

export const HANDLERS: Handlers = new Map<CommandKind, CommandHandler>(ALL.map((handler) => [handler.kind, handler]));
