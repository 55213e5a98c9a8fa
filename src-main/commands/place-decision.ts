/**
 * Puts one decision into the outbox beside what is already open on the same fact (ARCHITECTURE §5).
 *
 * ```
 *  open on the fact      the new decision
 *  nothing               takes the place
 *  pending               takes its place; or cancels it, when together they change nothing; or waits behind it, when it
 *                        only makes sense after it (an answer after a raise)
 *  sending, or maybe     waits behind it, to be moved on to the version it is confirmed at
 *  judged already
 *  conflict              takes its place, at the version that the person had seen when they decided again
 * ```
 */
import type { CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { Fact, OutboxRow } from '../store/outbox/outbox-row.ts';
import { readFollower, readOpenChain, readSettledFrom } from '../store/outbox/read-outbox.ts';
import type { NewDecision } from '../store/outbox/write-outbox.ts';
import { annotateDecision, insertCancelled, insertDecision, moveDecision } from '../store/outbox/write-outbox.ts';
import type { Transaction } from '../store/store.ts';

/** What the caller knows of a decision; where it stands among others is found here. */
export type Wish = Omit<NewDecision, 'behind' | 'replaces'> & {
  /** JSON-comparable fields of the fact as they would become; undefined for an order that does not simply set them. */
  readonly wanted?: Readonly<Record<string, string | number | null>> | undefined;
};

/** Facts that a decision simply sets: the newest wish is the only one that counts. */
const SET: ReadonlySet<Fact> = new Set([
  'priority',
  'deferral',
  'note',
  'regulator',
  'verification',
  'availability',
  'crisis',
]);

/** Pairs of orders that change nothing together, when the first has not left. */
const OPPOSITES: ReadonlySet<`${CommandKind}>${CommandKind}`> = new Set([
  'alert.raise>alert.lift',
  'mission.close>mission.reopen',
  'mission.reopen>mission.close',
  'proposal.create>proposal.withdraw',
  'proposal.assign-on-behalf>proposal.cancel-assignment',
  'direct-access.grant>direct-access.revoke',
  'opening.create>opening.close',
] as const);

const CANCELLED = "Annule une décision qui n'était pas partie : rien n'est envoyé.";

function changesNothing(tail: OutboxRow, wish: Wish): boolean {
  if (tail.behind !== null) return false;
  if (OPPOSITES.has(`${tail.kind}>${wish.kind}`)) return true;
  if (wish.wanted === undefined) return false;
  const base = JSON.parse(tail.base) as Record<string, unknown>;
  return Object.entries(wish.wanted).every(([name, value]) => (base[name] ?? null) === value);
}

/**
 * The version from which a wish really starts: decisions of the same person that were accepted since it was previewed
 * have moved the fact on, and are not somebody else's.
 */
function movedOn({ statements }: Transaction, wish: Wish): number {
  let { version } = wish;
  for (;;) {
    const next = readSettledFrom(statements, wish.subject, wish.fact, version);
    if (next === null || next <= version) return version;
    version = next;
  }
}

function supersede(transaction: Transaction, row: OutboxRow, by: string, at: string): void {
  moveDecision(transaction, row, 'withdraw', { outcome: 'superseded', supersededBy: by, settledAt: at });
}

/** Takes a decision out of its chain: what waited behind it waits behind what it waited behind. */
export function withdrawFromChain(
  transaction: Transaction,
  row: OutboxRow,
  change: Pick<OutboxRow, 'outcome' | 'settledAt'> & Partial<OutboxRow>,
): void {
  const follower = readFollower(transaction.statements, row.commandId);
  moveDecision(transaction, row, 'withdraw', change);
  if (follower !== null) annotateDecision(transaction, follower, { behind: row.behind });
}

/** Writes the wish. @param at ISO instant, this workstation's clock */
export function placeDecision(transaction: Transaction, { wanted, ...wish }: Wish, at: string): void {
  const tail = readOpenChain(transaction.statements, wish.subject, wish.fact).at(-1);
  const place = (change: Partial<NewDecision>) =>
    insertDecision(transaction, { ...wish, behind: null, replaces: null, ...change });
  if (tail === undefined) {
    place({ version: movedOn(transaction, { ...wish, wanted }) });
    return;
  }
  if (tail.state === 'conflict') {
    // At the version that the person had seen: a preview older than the conflict does not cover what it revealed.
    supersede(transaction, tail, wish.commandId, at);
    place({ version: movedOn(transaction, { ...wish, wanted }), replaces: tail.commandId });
    return;
  }
  if (tail.state === 'sending' || tail.maybeJudged === 1) {
    place({ behind: tail.commandId, version: tail.version });
    return;
  }
  if (changesNothing(tail, { ...wish, wanted })) {
    supersede(transaction, tail, wish.commandId, at);
    insertCancelled(transaction, { ...wish, behind: null, replaces: tail.commandId }, at, CANCELLED);
    return;
  }
  if (SET.has(wish.fact)) {
    // The newest truth that the person saw, before one or the other: what an open decision covers is not shown.
    const version = Math.max(tail.version, movedOn(transaction, { ...wish, wanted }));
    supersede(transaction, tail, wish.commandId, at);
    place({ behind: tail.behind, replaces: tail.commandId, version, base: tail.base });
    return;
  }
  place({ behind: tail.commandId, version: tail.version });
}
