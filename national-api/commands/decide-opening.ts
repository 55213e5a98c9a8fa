/** One decision on an opening that exists: right, version, not closed, change, journal, and what follows (DOMAIN §6, §9). */
import type { Right } from '../../contract/domain/right.ts';
import type { CommandInput } from '../../contract/national/commands/command-inputs.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { CommandContext, CommandHandler } from '../kernel/handler.ts';
import type { JournalEntry } from '../kernel/journal-entry.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import type { RightObject } from '../rights/require-right.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import {
  findOpening,
  openingAndPartiesKeys,
  requireNotClosed,
  requireOpeningVersion,
  settleOpening,
} from '../rules/find-opening.ts';

/** The decisions on an opening that exists; creating one has its own file. */
type OpeningKind = `opening.${'adjust' | 'agree' | 'close' | 'object' | 'overrule'}`;

/** What a decision changes of the opening, and what the journal says of it. */
export interface OpeningChange {
  readonly values: Partial<Stored<'opening'>>;
  readonly before: JournalEntry['before'];
  readonly after: JournalEntry['after'];
}

export interface OpeningDecision<K extends OpeningKind> {
  readonly kind: K;
  readonly right: Right;
  /** Whose right counts: the receiver's region by default, the lender's where a lender speaks. */
  readonly objectOf?: (actor: Principal, opening: Stored<'opening'>) => RightObject;
  /** @throws CommandRefusal when the opening does not allow it */
  change(context: CommandContext<K>, opening: Stored<'opening'>): OpeningChange | Promise<OpeningChange>;
}

const receiverObject = (_actor: Principal, { receiverAgency }: Stored<'opening'>): RightObject => ({
  agency: receiverAgency,
});

const reasonOf = (input: CommandInput<OpeningKind>): string | null => ('reason' in input ? input.reason : null);

/** The handler of such a decision. */
export function openingHandler<K extends OpeningKind>({
  kind,
  right,
  objectOf = receiverObject,
  change,
}: OpeningDecision<K>): CommandHandler<K> {
  return {
    kind,
    async footprint(reader, command) {
      return openingAndPartiesKeys(reader, command.subject);
    },
    async execute(context) {
      const { work, actor, command } = context;
      const reason = reasonOf(command.input);
      const opening = await findOpening(work, command.subject);
      requireRight(actor, right, { ...objectOf(actor, opening), reason });
      await requireOpeningVersion(work, opening, command.version);
      requireNotClosed(opening);
      const { values, before, after } = await change(context, opening);
      const changed = await work.update('opening', opening, values);
      const act = actOf(context);
      journalEffect(act, {
        kind,
        subjectKind: 'opening',
        subjectId: opening.id,
        subjectAgency: opening.receiverAgency,
        reason,
        before,
        after,
      });
      await settleOpening(act, changed);
    },
  };
}
