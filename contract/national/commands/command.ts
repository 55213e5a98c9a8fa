/** The envelope of an order: who made it is the session's affair, never the body's (TRUST S13). */
import { z } from 'zod';
import type { CommandInput, CommandKind } from './command-inputs.ts';
import { COMMAND_INPUTS } from './command-inputs.ts';

/** How the decision came to be; kept in the journal (FEATURES D7). */
export const COMMAND_ORIGINS = ['single', 'bulk', 'suggestion', 'offline', 'undo'] as const;

/** UUID, version 7 in our own clients; the idempotency key for ever (TRUST G2). */
export const commandIdSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

export const MAXIMUM_BATCH = 1000;

const envelope = {
  commandId: commandIdSchema,
  /** The id of what the order is about: mission, proposal, candidate… */
  subject: z.string().min(1).max(64),
  /** The version of the subject (or of the subject's fact) that the person saw; 0 for something new. */
  version: z.int().min(0),
  origin: z.enum(COMMAND_ORIGINS),
  /** The batch of a bulk decision, shared by its commands. */
  batchId: z.string().max(64).nullable(),
  /** The workstation's clock when the person decided: told in the journal, never used to order anything. */
  decidedAt: z.iso.datetime({ precision: 3 }),
};

/** One order of a known kind with its typed input. */
export type Command<K extends CommandKind = CommandKind> = {
  [Kind in K]: {
    commandId: string;
    kind: Kind;
    subject: string;
    version: number;
    origin: (typeof COMMAND_ORIGINS)[number];
    batchId: string | null;
    decidedAt: string;
    input: CommandInput<Kind>;
  };
}[K];

const variants = Object.entries(COMMAND_INPUTS).map(([kind, input]) =>
  z.strictObject({ ...envelope, kind: z.literal(kind), input }),
);

/** Parses any command; unknown kinds and unknown keys are refused. */
export const commandSchema = z.discriminatedUnion(
  'kind',
  variants as unknown as [(typeof variants)[number], ...(typeof variants)[number][]],
) as unknown as z.ZodType<Command>;

export const commandBatchSchema = z.strictObject({ commands: z.array(commandSchema).min(1).max(MAXIMUM_BATCH) });
