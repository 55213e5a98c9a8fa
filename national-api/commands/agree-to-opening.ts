/** A lender's lead agrees that its student reserve is opened; with the last agreement the opening starts (DOMAIN §6). */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { lendersOf } from '../rules/find-opening.ts';
import { lenderObject } from '../rules/lender-object.ts';
import { openingHandler } from './decide-opening.ts';

interface Agreement {
  readonly agency: number;
  readonly byName: string;
  readonly at: string;
}

const agreementsOf = (opening: Stored<'opening'>): readonly Agreement[] =>
  opening.agreements === null ? [] : (JSON.parse(opening.agreements) as Agreement[]);

export const agreeToOpening = openingHandler({
  kind: 'opening.agree',
  right: 'agree-to-opening',
  objectOf: lenderObject,
  change({ work, actor }, opening) {
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
    return {
      values: {
        agreements: JSON.stringify(agreements),
        ...(complete ? { state: 'active', agreedByName: actor.displayName, agreedAt: work.at } : {}),
      },
      before: { state: opening.state, agreements: before.map((one) => one.agency) },
      after: { state: complete ? 'active' : opening.state, agreements: agreements.map((one) => one.agency) },
    };
  },
});
