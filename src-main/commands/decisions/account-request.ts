/** Requests for accounts: validated, refused, settled as duplicates, sent a new link (DOMAIN §5.3; F24, F33-F35, F113). */
import type { AccountRequestState } from '../../../contract/domain/account-request.ts';
import { ACCOUNT_REQUEST_STATE_LABELS } from '../../../contract/domain/account-request.ts';
import type { CommandKind } from '../../../contract/national/commands/command-inputs.ts';
import { readSeenFact } from '../../store/outbox/fact-version.ts';
import {
  accountRequestsById,
  readEstablishmentNumbers,
  readRequestsOfEmails,
} from '../../store/queries/account-rows.ts';
import type { AccountRequestViewRow } from '../../store/views/view-rows.ts';
import { departementOfPostalCode } from '../departement-of-postal-code.ts';
import type { DeskContext } from '../desk-context.ts';
import type { DecisionMaker, Draft, DraftCommand } from '../draft.ts';
import { changes, invalid } from '../draft.ts';
import { rightRefusal } from '../rights.ts';
import { accountLabel, count, GONE_REQUEST } from '../words.ts';

const LABELS: Readonly<Record<string, string>> = ACCOUNT_REQUEST_STATE_LABELS;
const stateWord = (state: string): string => LABELS[state] ?? state;

/** Missions of a request, and the posts that they ask for. */
export function needsOf(missions: string): { readonly missions: number; readonly posts: number } {
  const needs = JSON.parse(missions) as readonly { readonly headcount: number }[];
  return { missions: needs.length, posts: needs.reduce((sum, { headcount }) => sum + headcount, 0) };
}

interface RequestOrder<K extends CommandKind> {
  readonly kind: K;
  readonly input: DraftCommand<K>['input'];
  readonly after: AccountRequestState;
  refusal(request: AccountRequestViewRow): string | null;
  remarks?(request: AccountRequestViewRow): readonly string[];
}

function requestDrafts<K extends CommandKind>(
  { store, person }: DeskContext,
  targets: readonly string[],
  order: RequestOrder<K>,
): readonly Draft[] {
  const requests = accountRequestsById(store, targets);
  return targets.map((subjectId): Draft => {
    const request = requests.get(subjectId);
    if (request === undefined) return invalid({ subjectId, label: subjectId }, GONE_REQUEST);
    const { agency, postalCode } = request;
    const told = {
      ...{ subjectId, label: accountLabel(request), before: stateWord(request.state) },
      after: stateWord(order.after),
    };
    const departement = departementOfPostalCode(postalCode);
    const object = departement === undefined ? { agency } : { agency, departement };
    const refusal = rightRefusal(person, 'validate-accounts', object) ?? order.refusal(request);
    if (refusal !== null) return invalid(told, refusal);
    const { row, version } = readSeenFact(store.statements, 'request', subjectId);
    const command = {
      ...({ kind: order.kind, subject: subjectId, fact: 'request', version, input: order.input } as const),
      ...{ missionId: null, candidateId: null, base: { state: row?.['state'] ?? null } },
    };
    return changes(told, command, ...(order.remarks?.(request) ?? []));
  });
}

/** The requests of drafts that change something. */
function requestsOf({ store }: DeskContext, drafts: readonly Draft[]): readonly AccountRequestViewRow[] {
  const ids = drafts.map(({ subjectId }) => subjectId);
  return [...accountRequestsById(store, ids).values()];
}

function totalNeeds(requests: readonly AccountRequestViewRow[]) {
  const all = requests.map(({ missions }) => needsOf(missions));
  return {
    missions: all.reduce((sum, { missions }) => sum + missions, 0),
    posts: all.reduce((sum, { posts }) => sum + posts, 0),
  };
}

export const validateAccount: DecisionMaker<'validate-account'> = {
  kind: 'validate-account',
  title: () => 'Valider la demande de compte',
  drafts(context, _decision, targets) {
    const names = readEstablishmentNumbers(context.store);
    return requestDrafts(context, targets, {
      ...{ kind: 'account-request.validate', input: {}, after: 'validated' },
      refusal({ state }) {
        if (state === 'submitted') return null;
        if (state === 'duplicate') return 'Cette demande est un doublon : rattachez ses missions, ou écartez-la.';
        return 'Cette demande est déjà traitée.';
      },
      remarks({ finess, gid }) {
        const same = names.get(finess ?? '') ?? names.get(gid ?? '');
        return same === undefined ? [] : [`Le compte rejoint un établissement déjà connu : ${same}.`];
      },
    });
  },
  consequences(context, _decision, drafts) {
    if (drafts.length === 0) return [];
    const { missions, posts } = totalNeeds(requestsOf(context, drafts));
    const links = count(drafts.length, "courriel d'activation part", "courriels d'activation partent");
    return [
      `${links} dans 2 minutes : le lien vaut 72 heures et ne sert qu'une fois.`,
      `${count(missions, 'mission entre', 'missions entrent')} dans la file, pour ${count(posts, 'poste')}.`,
    ];
  },
};

export const refuseAccount: DecisionMaker<'refuse-account'> = {
  kind: 'refuse-account',
  title: () => 'Refuser la demande de compte',
  drafts: (context, { reason }, targets) =>
    requestDrafts(context, targets, {
      ...{ kind: 'account-request.refuse', input: { reason }, after: 'refused' },
      refusal({ state }) {
        if (state === 'refused') return 'Cette demande est déjà refusée.';
        return state === 'activated' ? 'Ce compte est activé : il ne se refuse plus.' : null;
      },
      remarks: ({ state, missions }) => {
        const needs = needsOf(missions);
        if (state !== 'validated') return [];
        return [
          `Le compte est fermé, et ${count(needs.missions, 'mission')} de cette demande sont retirées de la file.`,
        ];
      },
    }),
  consequences(context, _decision, drafts) {
    if (drafts.length === 0) return [];
    const { missions, posts } = totalNeeds(requestsOf(context, drafts));
    return [
      `${count(drafts.length, 'demandeur reçoit', 'demandeurs reçoivent')} le motif par courriel dans 2 minutes.`,
      `${count(missions, 'mission')} (${count(posts, 'poste')}) : non publiées, ou retirées de la file si la demande était validée. Les personnes déjà affectées le restent.`,
    ];
  },
};

export const resolveDuplicate: DecisionMaker<'resolve-duplicate'> = {
  kind: 'resolve-duplicate',
  title: ({ resolution }) =>
    resolution === 'drop' ? 'Écarter le doublon' : 'Rattacher les missions du doublon au compte existant',
  drafts(context, { resolution, reason }, targets) {
    const requests = accountRequestsById(context.store, targets);
    const emails = [...requests.values()].map(({ email }) => email);
    const known = readRequestsOfEmails(context.store, emails);
    const firstOf = (request: AccountRequestViewRow) =>
      known.find(({ email, id }) => email === request.email && id !== request.id);
    return requestDrafts(context, targets, {
      ...{ kind: 'account-request.resolve-duplicate', input: { resolution, reason } },
      after: resolution === 'drop' ? 'refused' : 'validated',
      refusal(request) {
        if (request.state !== 'duplicate') return "Cette demande n'est pas un doublon.";
        if (resolution === 'drop') return null;
        const first = firstOf(request);
        if (first?.state !== 'submitted' && first?.state !== 'duplicate') return null;
        return "La première demande de cette adresse attend encore : traitez-la d'abord.";
      },
      remarks(request) {
        if (resolution === 'drop') return [];
        const first = firstOf(request);
        const { missions } = needsOf(request.missions);
        if (first === undefined) return ["Si l'autre demande n'existe plus, celle-ci redevient à valider."];
        const joined = `${count(missions, 'mission rejoint', 'missions rejoignent')} le compte de ${first.establishmentName}.`;
        const isOther = first.finess !== request.finess || first.gid !== request.gid;
        return isOther ? [joined, `Le compte regroupera aussi ${request.establishmentName}.`] : [joined];
      },
    });
  },
  consequences(_context, { resolution }, drafts) {
    if (drafts.length === 0) return [];
    const told = count(drafts.length, 'demandeur est prévenu', 'demandeurs sont prévenus');
    const what =
      resolution === 'drop' ? 'que ses missions ne sont pas publiées' : 'que ses missions rejoignent son compte';
    return [`${told} par courriel dans 2 minutes ${what}.`];
  },
};

export const renewActivation: DecisionMaker<'renew-activation'> = {
  kind: 'renew-activation',
  title: () => "Renvoyer un lien d'activation",
  drafts: (context, _decision, targets) =>
    requestDrafts(context, targets, {
      ...{ kind: 'account-request.renew-activation', input: {}, after: 'validated' },
      refusal({ state, hasOpenIntent }) {
        if (state !== 'validated') return 'Seul un compte validé et pas encore activé reçoit un nouveau lien.';
        return hasOpenIntent === 1 ? 'Une décision sur ce compte attend encore sa confirmation.' : null;
      },
    }),
  consequences: (_context, _decision, drafts) =>
    drafts.length === 0
      ? []
      : [
          `${count(drafts.length, 'courriel part', 'courriels partent')} aussitôt : le nouveau lien vaut 72 heures et ne sert qu'une fois ; les précédents ne servent plus.`,
        ],
};
