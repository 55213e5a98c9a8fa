/** What happens to an opening: adjusted or closed by the CCS, agreed or objected to by a lender, overruled (DOMAIN §6, §9). */
import type { AgencyCode } from '../../../contract/domain/geography/agency.ts';
import { isAgencyCode } from '../../../contract/domain/geography/agency.ts';
import { mayObject, OBJECTION_HOURS } from '../../../contract/domain/opening.ts';
import type { Right } from '../../../contract/domain/right.ts';
import type { CommandKind } from '../../../contract/national/commands/command-inputs.ts';
import { openingFacts } from '../../../contract/national/facts/opening-facts.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import { readSeenFact } from '../../store/outbox/fact-version.ts';
import { openingsById } from '../../store/queries/opening-rows.ts';
import type { OpeningViewRow } from '../../store/views/view-rows.ts';
import type { Decider, DeskContext } from '../desk-context.ts';
import type { DecisionMaker, Draft, DraftCommand } from '../draft.ts';
import { changes, invalid, unchanged } from '../draft.ts';
import { rightRefusal } from '../rights.ts';
import { count } from '../words.ts';
import { besideRefusals, daysRefusals } from './opening-checks.ts';
import { openingLabel, stateWords } from './opening-words.ts';

const GONE = "Cette ouverture n'est pas, ou plus, sur ce poste.";
const CLOSED = 'Cette ouverture est close.';
const UNCONFIRMED = "Cette ouverture n'est pas encore confirmée par le service national.";

interface Act<K extends CommandKind> {
  readonly kind: K;
  readonly right: Right;
  /** A right of the CCS over the receiver, or of a lender over itself. */
  readonly holder: 'national' | 'lender';
  readonly after: (row: OpeningViewRow) => string;
  readonly refusal: (row: OpeningViewRow) => string | null;
  readonly input: (row: OpeningViewRow) => DraftCommand<K>['input'];
  readonly wanted: (row: OpeningViewRow) => Readonly<Record<string, string | number | null>>;
}

/** The agency for which a lender speaks; null when the person's does not lend. */
function lenderOf({ agency }: Decider, row: OpeningViewRow): AgencyCode | null {
  if (!isAgencyCode(agency) || agency === row.receiverAgency) return null;
  const lenders = row.lenderAgencies === null ? null : (JSON.parse(row.lenderAgencies) as number[]);
  return lenders === null || lenders.includes(agency) ? agency : null;
}

function drafts<K extends CommandKind>(
  { store, person }: DeskContext,
  act: Act<K>,
  targets: readonly string[],
): readonly Draft[] {
  const openings = openingsById(store, targets);
  return targets.map((subjectId): Draft => {
    const row = openings.get(subjectId);
    if (row === undefined) return invalid({ subjectId, label: subjectId }, GONE);
    const told = { subjectId, label: openingLabel(row), before: stateWords(row), after: act.after(row) };
    const agency = act.holder === 'lender' ? lenderOf(person, row) : row.receiverAgency;
    const refusal = rightRefusal(person, act.right, { agency });
    if (refusal !== null) return invalid(told, refusal);
    const { row: confirmed, version } = readSeenFact(store.statements, 'opening', subjectId);
    const problem = (row.state === 'closed' ? CLOSED : null) ?? act.refusal(row);
    if (problem !== null) return invalid(told, problem);
    if (confirmed === null && act.kind !== 'opening.close') return invalid(told, UNCONFIRMED);
    const wanted = act.wanted(row);
    const shown = row as unknown as Readonly<Record<string, unknown>>;
    if (Object.entries(wanted).every(([name, value]) => shown[name] === value)) return unchanged(told);
    return changes(told, {
      ...{ kind: act.kind, subject: subjectId, fact: 'opening', version, input: act.input(row) },
      missionId: null,
      candidateId: null,
      base: Object.fromEntries(Object.keys(wanted).map((name) => [name, confirmed?.[name] ?? null])),
    });
  });
}

function adjustRefusal(context: DeskContext, row: OpeningViewRow, ceiling: number, until: string): string | null {
  const today = todayOf(row.receiverAgency, context.clock());
  const [days] = daysRefusals(row.fromDate, until, today);
  if (days !== undefined) return days;
  if (ceiling < row.assigned) {
    return `${count(row.assigned, 'personne est déjà affectée', 'personnes sont déjà affectées')} : le plafond ne peut pas être plus bas.`;
  }
  return besideRefusals(context.store, { ...row, untilDate: until }, row.id)[0] ?? null;
}

export const adjustOpening: DecisionMaker<'adjust-opening'> = {
  kind: 'adjust-opening',
  title: () => "Ajuster l'ouverture",
  drafts(context, { ceiling, until, reason }, targets) {
    const of = (row: OpeningViewRow) => ({ ceiling: ceiling ?? row.ceiling, untilDate: until ?? row.untilDate });
    return drafts(
      context,
      {
        ...{ kind: 'opening.adjust', right: 'open-pools', holder: 'national' },
        after: (row) => stateWords({ ...row, ...of(row) }),
        refusal: (row) => adjustRefusal(context, row, of(row).ceiling, of(row).untilDate),
        input: (row) => ({ ...of(row), reason }),
        wanted: of,
      },
      targets,
    );
  },
  consequences({ store }, { ceiling }, changing) {
    const rows = [
      ...openingsById(
        store,
        changing.map(({ subjectId }) => subjectId),
      ).values(),
    ];
    const full = ceiling === null ? [] : rows.filter(({ used }) => used >= ceiling);
    return full.length === 0
      ? []
      : [`${count(full.length, 'ouverture se mettra', 'ouvertures se mettront')} en pause : plafond atteint.`];
  },
};

export const closeOpening: DecisionMaker<'close-opening'> = {
  kind: 'close-opening',
  title: () => "Fermer l'ouverture",
  drafts: (context, { reason }, targets) =>
    drafts(
      context,
      {
        ...{ kind: 'opening.close', right: 'open-pools', holder: 'national' },
        after: () => 'CLOSE',
        refusal: () => null,
        input: () => ({ reason }),
        wanted: () => ({ state: 'closed' }),
      },
      targets,
    ),
  consequences({ store }, _decision, changing) {
    const rows = [
      ...openingsById(
        store,
        changing.map(({ subjectId }) => subjectId),
      ).values(),
    ];
    const engaged = rows.reduce((sum, { used }) => sum + used, 0);
    return engaged === 0
      ? []
      : [
          `${count(engaged, 'personne déjà proposée le reste', 'personnes déjà proposées le restent')} jusqu’à la fin de sa proposition.`,
        ];
  },
};

function agreedAlready(row: OpeningViewRow, agency: number | null): boolean {
  if (row.agreements === null) return false;
  return (JSON.parse(row.agreements) as { agency: number }[]).some((one) => one.agency === agency);
}

export const agreeToOpening: DecisionMaker<'agree-to-opening'> = {
  kind: 'agree-to-opening',
  title: () => "Donner l'accord de la région",
  drafts: (context, _decision, targets) =>
    drafts(
      context,
      {
        ...{ kind: 'opening.agree', right: 'agree-to-opening', holder: 'lender' },
        after: () => 'Accord donné',
        refusal: (row) => {
          if (row.state !== 'awaiting-agreement') return "Cette ouverture n'attend aucun accord.";
          return agreedAlready(row, context.person.agency) ? 'Votre région a déjà donné son accord.' : null;
        },
        input: () => ({}),
        wanted: () => ({ agreedAt: new Date(context.clock()).toISOString() }),
      },
      targets,
    ),
};

function objectionRefusal(context: DeskContext, row: OpeningViewRow): string | null {
  if (row.objectionAt !== null) return 'Une objection a déjà été faite sur cette ouverture.';
  const agency = lenderOf(context.person, row);
  if (agency !== null && mayObject(openingFacts(row), agency, context.clock())) return null;
  return `Le délai d'objection de ${OBJECTION_HOURS} heures est passé : le silence vaut accord.`;
}

export const objectToOpening: DecisionMaker<'object-to-opening'> = {
  kind: 'object-to-opening',
  title: () => "Faire une objection à l'ouverture",
  drafts: (context, { reason }, targets) =>
    drafts(
      context,
      {
        ...{ kind: 'opening.object', right: 'object-to-opening', holder: 'lender' },
        after: () => `Objection : ${reason}`,
        refusal: (row) => objectionRefusal(context, row),
        input: () => ({ reason }),
        wanted: () => ({ objectionReason: reason }),
      },
      targets,
    ),
  consequences: (_context, _decision, changing) =>
    changing.length === 0
      ? []
      : ["L'ouverture reste en vigueur : le responsable du CCS répond, ou écarte l'objection avec un motif."],
};

export const overruleObjection: DecisionMaker<'overrule-objection'> = {
  kind: 'overrule-objection',
  title: () => "Écarter l'objection",
  drafts: (context, { reason }, targets) =>
    drafts(
      context,
      {
        ...{ kind: 'opening.overrule', right: 'overrule-objection', holder: 'national' },
        after: () => `Objection écartée : ${reason}`,
        refusal: (row) =>
          row.objectionAt === null || row.overruledReason !== null
            ? "Il n'y a pas d'objection à écarter sur cette ouverture."
            : null,
        input: () => ({ reason }),
        wanted: () => ({ overruledReason: reason }),
      },
      targets,
    ),
};
