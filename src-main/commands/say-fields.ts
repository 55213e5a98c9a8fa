/** Fields of facts, as people read them in a conflict. */
import { ACCOUNT_REQUEST_STATE_LABELS } from '../../contract/domain/account-request.ts';
import type { AlertState } from '../../contract/domain/alert.ts';
import { ALERT_STATE_LABELS } from '../../contract/domain/alert.ts';
import { isCivilDate } from '../../contract/domain/civil-date.ts';
import type { ClosingReason } from '../../contract/domain/mission.ts';
import { CLOSING_REASON_LABELS } from '../../contract/domain/mission.ts';
import { OPENING_STATE_LABELS } from '../../contract/domain/opening.ts';
import type { Priority } from '../../contract/domain/priority.ts';
import { PRIORITY_LABELS } from '../../contract/domain/priority.ts';
import type { ProposalState } from '../../contract/domain/proposal.ts';
import { PROPOSAL_STATE_LABELS } from '../../contract/domain/proposal.ts';
import type { CommandKind } from '../../contract/national/commands/command-inputs.ts';
import type { OutboxRow } from '../store/outbox/outbox-row.ts';
import { dayOr } from './words.ts';

type Value = string | number | null;
type Fields = Readonly<Record<string, Value>>;
type Input = Readonly<Record<string, Value | boolean>>;

const plain = (value: Value): string => (value === null ? '–' : String(value));
const LABELS: Readonly<Record<string, string>> = {
  ...OPENING_STATE_LABELS,
  ...PRIORITY_LABELS,
  ...ALERT_STATE_LABELS,
  ...PROPOSAL_STATE_LABELS,
  closed: 'Close',
  archived: 'Archivée',
  verified: 'VÉRIFIÉ',
  'to-verify': 'À VÉRIFIER',
  available: 'Disponible',
  unavailable: 'Indisponible',
  ...ACCOUNT_REQUEST_STATE_LABELS,
  sent: 'Demandée',
  granted: 'Accordée',
} satisfies Partial<Record<Priority | AlertState | ProposalState | string, string>>;
const word = (value: Value): string => (value === null ? '–' : (LABELS[String(value)] ?? String(value)));

const FIELDS: Readonly<Record<string, { readonly label: string; readonly say: (value: Value) => string }>> = {
  priority: { label: 'Priorité', say: word },
  priorityReason: { label: 'Motif', say: plain },
  deferredUntil: {
    label: 'Différée au',
    say: (value) => (typeof value === 'string' && isCivilDate(value) ? dayOr(value, '–') : plain(value)),
  },
  deferralReason: { label: 'Motif', say: plain },
  note: { label: 'Note', say: plain },
  regulatorId: { label: 'Identifiant du régulateur', say: plain },
  regulatorName: { label: 'Régulateur', say: plain },
  state: { label: 'État', say: word },
  closingReason: {
    label: 'Motif de clôture',
    say: (value) => (value === null ? '–' : (CLOSING_REASON_LABELS[value as ClosingReason] ?? String(value))),
  },
  verification: { label: 'Vérification', say: word },
  availability: { label: 'Disponibilité', say: word },
  active: { label: 'Gestion de crise', say: (value) => (value === 1 ? 'Active' : 'Inactive') },
  revokedAt: { label: 'Retiré le', say: plain },
  ceiling: { label: 'Plafond', say: plain },
  untilDate: {
    label: 'Dernier jour',
    say: (value) => (typeof value === 'string' && isCivilDate(value) ? dayOr(value, '–') : plain(value)),
  },
  objectionReason: { label: 'Objection', say: plain },
  overruledReason: { label: 'Objection écartée', say: plain },
  agreedAt: { label: 'Accord donné le', say: plain },
};

export function sayField(name: string): { readonly label: string; readonly say: (value: Value) => string } {
  return FIELDS[name] ?? { label: name, say: plain };
}

const state = (value: string) => () => ({ state: value });

/** What each order makes of its fact, in the fields that its base has. */
const WANTED: { readonly [K in CommandKind]?: (input: Input) => Fields } = {
  'mission.set-priority': (input) => ({
    priority: input['priority'] as Value,
    priorityReason: input['reason'] as Value,
  }),
  'mission.defer': (input) => ({ deferredUntil: input['until'] as Value, deferralReason: input['reason'] as Value }),
  'mission.note': (input) => ({ note: input['text'] as Value }),
  'mission.assign-regulator': (input) => ({ regulatorId: input['regulatorId'] as Value }),
  'mission.close': (input) => ({ state: 'closed', closingReason: input['reason'] as Value }),
  'mission.reopen': () => ({ state: 'open', closingReason: null }),
  'alert.raise': state('raised'),
  'alert.take': state('taken'),
  'alert.answer': state('answered'),
  'alert.decline': state('declined'),
  'alert.lift': state('lifted'),
  'proposal.create': state('open'),
  'proposal.assign-on-behalf': state('accepted'),
  'proposal.withdraw': state('withdrawn'),
  'proposal.release': state('released'),
  'proposal.end-early': state('ended-early'),
  'proposal.cancel-assignment': state('cancelled'),
  'candidate.verify': (input) => ({ verification: input['verified'] === true ? 'verified' : 'to-verify' }),
  'candidate.set-availability': (input) => ({
    availability: input['available'] === true ? 'available' : 'unavailable',
  }),
  'crisis-mode.switch': (input) => ({ active: input['active'] === true ? 1 : 0 }),
  'opening.create': state('active'),
  'opening.adjust': (input) => ({ ceiling: input['ceiling'] as Value, untilDate: input['untilDate'] as Value }),
  'opening.close': state('closed'),
  'opening.object': (input) => ({ objectionReason: input['reason'] as Value }),
  'opening.overrule': (input) => ({ overruledReason: input['reason'] as Value }),
  'account-request.validate': state('validated'),
  'account-request.refuse': state('refused'),
  'account-request.import': state('validated'),
  'account-request.resolve-duplicate': (input) => ({
    state: input['resolution'] === 'drop' ? 'refused' : 'validated',
  }),
  'reserve-request.record-answer': (input) => ({ state: input['granted'] === true ? 'granted' : 'declined' }),
};

export function wantedFields(row: Pick<OutboxRow, 'kind' | 'input'>): Fields {
  return WANTED[row.kind]?.(JSON.parse(row.input) as Input) ?? {};
}
