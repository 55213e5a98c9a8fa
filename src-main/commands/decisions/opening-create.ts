/** The CCS lets a region, or some of its missions, see candidates of other pools (DOMAIN §6; F108, D6). */
import { formatCivilDate } from '../../../contract/domain/civil-date.ts';
import { acceptsOtherRegions } from '../../../contract/domain/mobilisation.ts';
import { initialOpeningState, OBJECTION_HOURS, OPENING_STATE_LABELS } from '../../../contract/domain/opening.ts';
import type { CommandInput } from '../../../contract/national/commands/command-inputs.ts';
import { openingColumnsOf } from '../../../contract/national/facts/opening-columns.ts';
import type { DecisionMaker, DecisionOf } from '../draft.ts';
import { changes, invalid } from '../draft.ts';
import { rightRefusal } from '../rights.ts';
import { count } from '../words.ts';
import { createRefusals } from './opening-checks.ts';
import { lendersLabel, openingLabel } from './opening-words.ts';

function inputOf({ terms, reason }: DecisionOf<'create-opening'>): CommandInput<'opening.create'> {
  // Codes that nobody knows are refused by name before anything is written.
  return { ...terms, professions: terms.professions as CommandInput<'opening.create'>['professions'], reason };
}

export const createOpening: DecisionMaker<'create-opening'> = {
  kind: 'create-opening',
  title: () => 'Ouvrir des viviers',
  drafts({ store, person, clock, makeId }, decision) {
    const input = inputOf(decision);
    const columns = openingColumnsOf(input);
    const state = OPENING_STATE_LABELS[initialOpeningState(input.poolKinds)];
    const told = {
      subjectId: '',
      label: openingLabel(columns),
      after: `${state} · ${count(input.ceiling, 'personne')} au plus, jusqu'au ${formatCivilDate(input.untilDate)}`,
    };
    const refusal = rightRefusal(person, 'open-pools', { agency: input.receiverAgency });
    if (refusal !== null) return [invalid(told, refusal)];
    const refusals = createRefusals(store, input, columns, clock());
    if (refusals.length > 0) return [invalid(told, ...refusals)];
    return [
      changes(told, {
        ...{ kind: 'opening.create', subject: makeId(), fact: 'opening', version: 0, input },
        missionId: null,
        candidateId: null,
        base: { state: null },
      }),
    ];
  },
  consequences(_context, { terms }, drafts) {
    if (drafts.length === 0) return [];
    const lenders = lendersLabel(terms.lenderAgencies === null ? null : JSON.stringify(terms.lenderAgencies));
    const waits = initialOpeningState(terms.poolKinds) === 'awaiting-agreement';
    const effect = waits
      ? `Une réserve étudiante est demandée : rien n'est visible avant l'accord de chaque prêteuse (${lenders}).`
      : `Elle prend effet dès sa confirmation. Les prêteuses (${lenders}) ont ${OBJECTION_HOURS} h pour faire une objection, qui ne la suspend pas.`;
    const local = terms.mobilisations.filter((one) => !acceptsOtherRegions(one));
    return [
      effect,
      `Elle se met en pause à ${count(terms.ceiling, 'personne engagée', 'personnes engagées')} et se ferme quand autant sont affectées, le ${formatCivilDate(terms.untilDate)}, ou à la main.`,
      'Les personnes déjà proposées le restent jusqu’à la fin de leur proposition.',
      ...(local.length > 0
        ? [
            'Hors de leur région, seules les personnes de mobilisation nationale sont joignables, quoi que dise l’ouverture.',
          ]
        : []),
    ];
  },
};
