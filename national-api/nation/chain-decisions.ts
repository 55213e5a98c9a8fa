/** The past decisions as lines of the journal, chained in the order in which they were made (TRUST D5). */
import type { Tables } from '../database/tables.ts';
import { lineHash, valueHash } from '../journal/chain.ts';
import type { PastDecision } from './nation-draft.ts';
import type { Random } from './random.ts';

export interface ChainLink {
  readonly line: Tables['journal'];
  readonly value: Tables['journalValue'];
}

const words = (value: PastDecision['after']): string | null => (value === null ? null : JSON.stringify(value));

/** Decisions of one instant keep the order in which they were given. */
export function* chainDecisions(
  decisions: readonly PastDecision[],
  random: Random,
  from: { readonly number: number; readonly hash: string },
): Generator<ChainLink> {
  const order = decisions.map((_, index) => index);
  order.sort((left, right) => {
    const [one, other] = [decisions[left]?.at ?? '', decisions[right]?.at ?? ''];
    return one === other ? left - right : one < other ? -1 : 1;
  });
  let { number, hash } = from;
  for (const index of order) {
    const decision = decisions[index] as PastDecision;
    number += 1;
    const value = {
      salt: random.hex(16),
      actorName: decision.actorName,
      reason: decision.reason,
      before: words(decision.before),
      after: words(decision.after),
    };
    const line = {
      number,
      at: decision.at,
      actorId: decision.actorId,
      role: decision.role,
      agency: decision.agency,
      // No order was received for what the generator tells: there is no command to find again.
      commandId: null,
      kind: decision.kind,
      subjectKind: decision.subjectKind,
      subjectId: decision.subjectId,
      origin: decision.role === 'system' ? 'system' : 'single',
      batchId: null,
      decidedAt: decision.role === 'system' ? null : decision.at,
      subjectAgency: decision.subjectAgency,
      valueHash: valueHash(value),
      previousHash: hash,
    };
    hash = lineHash(line);
    yield { line: { ...line, hash }, value: { journalNumber: number, ...value } };
  }
}
