/** A lender's lead agrees that its student reserve is opened; with the last agreement the opening starts (DOMAIN §6). */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import {
  findOpening,
  lendersOf,
  openingAndPartiesKeys,
  requireNotClosed,
  requireOpeningVersion,
  settleOpening,
} from '../rules/find-opening.ts';
import { lenderObject } from '../rules/lender-object.ts';

interface Agreement {
  readonly agency: number;
  readonly byName: string;
  readonly at: string;
}

const agreementsOf = (opening: Stored<'opening'>): readonly Agreement[] =>
  opening.agreements === null ? [] : (JSON.parse(opening.agreements) as Agreement[]);

export const agreeToOpening: CommandHandler<'opening.agree'> = {
  kind: 'opening.agree',
  async footprint(reader, command) {
    return openingAndPartiesKeys(reader, command.subject);
  },
  async execute(context) {
    const { work, actor, command } = context;
    const opening = await findOpening(work, command.subject);
    requireRight(actor, 'agree-to-opening', lenderObject(actor, opening));
    await requireOpeningVersion(work, opening, command.version);
    requireNotClosed(opening);
    if (opening.state !== 'awaiting-agreement') {
      throw new CommandRefusal('agreement-not-needed', "Cette ouverture n'attend aucun accord.");
    }
    const agency = actor.agency as AgencyCode;
    const before = agreementsOf(opening);
    if (before.some((agreement) => agreement.agency === agency)) {
      throw new CommandRefusal('agreement-given', 'Votre région a déjà donné son accord.');
    }
    const agreements = [...before, { agency, byName: actor.displayName, at: work.at }];
    const complete = (lendersOf(opening) ?? []).every((lender) => agreements.some((one) => one.agency === lender));
    const after = await work.update('opening', opening, {
      agreements: JSON.stringify(agreements),
      ...(complete ? { state: 'active', agreedByName: actor.displayName, agreedAt: work.at } : {}),
    });
    const act = actOf(context);
    journalEffect(act, {
      kind: command.kind,
      subjectKind: 'opening',
      subjectId: opening.id,
      subjectAgency: opening.receiverAgency,
      before: { state: opening.state, agreements: before.map((one) => one.agency) },
      after: { state: after.state, agreements: agreements.map((one) => one.agency) },
    });
    await settleOpening(act, after);
  },
};
