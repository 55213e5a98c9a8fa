/** The life of a decision in the outbox; who may move it is in src-main/sync/transitions.ts and src-main/commands. */
export const OUTBOX_STATES = ['pending', 'sending', 'confirmed', 'conflict', 'refused', 'withdrawn'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Still wants something: shown over the confirmed truth, or asking for a choice. */
export const OPEN_STATES = ['pending', 'sending', 'conflict'] as const satisfies readonly OutboxState[];

/** @example isOpen('conflict') // true */
export function isOpen(state: OutboxState): boolean {
  return (OPEN_STATES as readonly string[]).includes(state);
}
