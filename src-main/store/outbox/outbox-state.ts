/**
 * The life of a decision in the outbox. This table is the only thing that says which move exists; every write goes
 * through it (store/outbox/write-outbox.ts).
 *
 * ```
 *                 ┌────────undelivered (offline, 429, 5xx, later, restart)──────┐
 *                 ▼                                                             │
 *   decided ──▶ pending ──send──▶ sending ──accept──▶ confirmed                 │
 *                 │                  ├─────merge───▶ confirmed   (someone had decided the same)
 *                 │                  ├────refuse───▶ refused     (until a person read why)
 *                 │                  ├───conflict──▶ conflict ──withdraw──▶ withdrawn  (theirs kept, or decided again)
 *                 │                  └─────────────────────────────────────────┘
 *                 ├──withdraw──▶ withdrawn   (by the person, or replaced by a newer decision)
 *                 └──conflict──▶ conflict    (it waited behind one that met a conflict)
 * ```
 *
 * No number of attempts ends anything; nothing leaves the table (TRUST G8).
 */
export const OUTBOX_STATES = ['pending', 'sending', 'confirmed', 'conflict', 'refused', 'withdrawn'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

export const OUTBOX_EVENTS = ['send', 'undelivered', 'accept', 'merge', 'refuse', 'conflict', 'withdraw'] as const;
export type OutboxEvent = (typeof OUTBOX_EVENTS)[number];

const MOVES: Readonly<Record<OutboxState, Readonly<Partial<Record<OutboxEvent, OutboxState>>>>> = {
  pending: { send: 'sending', withdraw: 'withdrawn', conflict: 'conflict', merge: 'confirmed' },
  sending: {
    undelivered: 'pending',
    accept: 'confirmed',
    merge: 'confirmed',
    refuse: 'refused',
    conflict: 'conflict',
    // It met a conflict, and the decision that waited behind it stands in its place.
    withdraw: 'withdrawn',
  },
  conflict: { withdraw: 'withdrawn' },
  confirmed: {},
  refused: {},
  withdrawn: {},
};

/** Still wants something: shown over the confirmed truth, or asking for a choice. */
export const OPEN_STATES = ['pending', 'sending', 'conflict'] as const satisfies readonly OutboxState[];

/** The next state, or null when there is no such move. @example nextOutboxState('confirmed', 'undelivered') // null */
export function nextOutboxState(state: OutboxState, event: OutboxEvent): OutboxState | null {
  return MOVES[state][event] ?? null;
}

/** @example isOpen('conflict') // true */
export function isOpen(state: OutboxState): boolean {
  return (OPEN_STATES as readonly string[]).includes(state);
}
