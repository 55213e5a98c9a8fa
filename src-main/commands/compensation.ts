/** The order that takes back the effect of another one, where that can be done honestly (ARCHITECTURE §5 undo). */
import type { CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { OutboxRow } from '../store/outbox/outbox-row.ts';

export interface Compensation {
  readonly kind: CommandKind;
  readonly input: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, string | number | null>>;
type Maker = (base: Fields, input: Readonly<Record<string, unknown>>) => Compensation | string;

const UNDONE = 'Annulation de la décision précédente';

const MAKERS: { readonly [K in CommandKind]?: Maker } = {
  'mission.set-priority': (base) => ({
    kind: 'mission.set-priority',
    input: { priority: base['priority'] ?? 'none', reason: base['priorityReason'] ?? UNDONE },
  }),
  'mission.defer': (base) => ({
    kind: 'mission.defer',
    input: { until: base['deferredUntil'] ?? null, reason: base['deferralReason'] ?? UNDONE },
  }),
  'mission.note': (base) => ({ kind: 'mission.note', input: { text: base['note'] ?? null } }),
  'mission.assign-regulator': (base) => ({
    kind: 'mission.assign-regulator',
    input: { regulatorId: base['regulatorId'] ?? null },
  }),
  'mission.close': () => ({ kind: 'mission.reopen', input: { reason: UNDONE } }),
  'mission.reopen': (base) => ({
    kind: 'mission.close',
    input: { reason: base['closingReason'] ?? 'withdrawn', comment: UNDONE },
  }),
  'alert.raise': () => ({ kind: 'alert.lift', input: { reason: UNDONE } }),
  'alert.take': () => "Une alerte prise ne s'annule pas : répondez-y ou déclinez-la.",
  'alert.answer': () => "Une réponse donnée ne s'annule pas : écrivez-en une autre.",
  'alert.decline': () => "Un refus d'alerte ne s'annule pas : l'ARS peut la poser à nouveau.",
  'alert.lift': () => "Une alerte levée ne s'annule pas : posez-la à nouveau.",
  'proposal.create': () => ({ kind: 'proposal.withdraw', input: { reason: UNDONE } }),
  'arbitration.record': () => "Un plan gardé au journal ne s'efface pas ; ses propositions, elles, se retirent.",
  'proposal.assign-on-behalf': () => ({
    kind: 'proposal.cancel-assignment',
    input: { reason: 'error', comment: UNDONE },
  }),
  'proposal.withdraw': () => 'Une proposition retirée ne revient pas : proposez de nouveau la personne.',
  'proposal.release': () => "Une personne libérée l'est pour tous : proposez-la de nouveau.",
  'proposal.remind': () => "Une relance partie ne s'annule pas.",
  'proposal.end-early': () => "Une fin anticipée ne s'annule pas : affectez de nouveau la personne.",
  'proposal.cancel-assignment': () => 'Une affectation annulée ne revient pas : affectez de nouveau la personne.',
  'candidate.verify': (_base, input) => ({
    kind: 'candidate.verify',
    input: { verified: input['verified'] !== true, reason: UNDONE },
  }),
  'candidate.set-availability': (_base, input) => ({
    kind: 'candidate.set-availability',
    input: { available: input['available'] !== true, reason: UNDONE },
  }),
  'crisis-mode.switch': (_base, input) => ({
    kind: 'crisis-mode.switch',
    input: { ...input, active: input['active'] !== true, recallContacts: false, reason: UNDONE },
  }),
  'direct-access.grant': () => ({ kind: 'direct-access.revoke', input: { reason: UNDONE } }),
  'direct-access.revoke': () => 'Un accès retiré ne revient pas : donnez-en un autre.',
  'alert.comment': () => "Ce qui est écrit sous une alerte ne s'efface pas : écrivez à la suite.",
  'opening.create': () => ({ kind: 'opening.close', input: { reason: UNDONE } }),
  'opening.adjust': (base) => ({
    kind: 'opening.adjust',
    input: { ceiling: base['ceiling'] ?? 1, untilDate: base['untilDate'] ?? '', reason: UNDONE },
  }),
  'opening.close': () => 'Une ouverture close ne se rouvre pas : faites-en une autre.',
  'opening.agree': () => 'Un accord donné ne se reprend pas : faites une objection dans les 24 heures.',
  'opening.object': () => "Une objection faite ne s'efface pas : le CCS y répond.",
  'opening.overrule': () => 'Une objection écartée le reste : fermez ou ajustez l’ouverture.',
  'reserve-request.send': () => "Une demande partie ne s'annule pas ici : notez la réponse de la Réserve sanitaire.",
  'account-request.validate': () => 'Une demande validée ne revient pas : refusez-la avant son activation.',
  'account-request.refuse': () => 'Une demande refusée ne revient pas : le demandeur en dépose une autre.',
  'account-request.resolve-duplicate': () => 'Un doublon traité ne revient pas.',
  'account-request.renew-activation': () => 'Un lien envoyé ne se reprend pas.',
  'account-request.import': () => 'Un compte créé ne revient pas : refusez-le avant son activation.',
  'reserve-request.record-answer': () => 'Une réponse notée ne change plus : faites une nouvelle demande.',
};

/** The order that undoes a decision, or the French sentence that says why there is none. */
export function compensationOf(row: Pick<OutboxRow, 'kind' | 'base' | 'input'>): Compensation | string {
  const maker = MAKERS[row.kind];
  if (maker === undefined) return 'Cette décision ne peut pas être annulée.';
  return maker(JSON.parse(row.base) as Fields, JSON.parse(row.input) as Record<string, unknown>);
}
