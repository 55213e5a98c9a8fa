/** Alerts to the CCS in each of their states, with their threads, and the requests to the Réserve sanitaire. DOMAIN §4.6, §6. */
import type { AlertState } from '../../contract/domain/alert.ts';
import { LADDER_STEPS } from '../../contract/domain/solidarity-ladder.ts';
import type { Tables } from '../database/tables.ts';
import { shareDraw } from './draw-share.ts';
import type { Need } from './make-missions.ts';
import type { CellMember, Cells } from './make-regulators.ts';
import type { NationContext } from './nation-context.ts';
import type { NationDraft } from './nation-draft.ts';
import { REGULATION } from './proportions.ts';

const MESSAGES = [
  'Plus aucun candidat dans la région pour ce besoin : demande d’ouverture à d’autres viviers.',
  'Trois refus en deux jours, la réserve professionnelle est épuisée. Pouvez-vous chercher hors région ?',
  'Besoin de compétences de réanimation que la région n’a plus.',
  'Foyer épidémique dans l’EHPAD : relève nécessaire dès ce week-end.',
] as const;
const ANSWERS = [
  'Ouverture faite sur les régions de l’Ouest, 12 personnes mobilisables.',
  'Deux volontaires nationaux vous sont proposés aujourd’hui.',
  'Accord : voyez l’ouverture « renfort infirmier ».',
] as const;
const DECLINES = [
  'Pas de vivier disponible pour cette profession cette semaine.',
  'Le besoin peut être couvert par la réserve étudiante de la région.',
] as const;

const STATES: Readonly<Record<AlertState, number>> = { raised: 30, taken: 25, answered: 22, declined: 10, lifted: 13 };

interface Step {
  readonly by: CellMember;
  readonly at: string;
  readonly text: string;
  readonly kind: string;
  readonly state: AlertState;
}

export function makeAlerts(context: NationContext, draft: NationDraft, cells: Cells, needs: readonly Need[]): void {
  const random = context.stream('alerts');
  const drawState = shareDraw<AlertState>(STATES);
  const open = needs.filter(({ fate, row }) => fate === 'live' && row.accepted < row.headcount);
  const wanted = open.filter(({ inWave }) =>
    random.chance(inWave ? REGULATION.alertsInWave : REGULATION.alertsElsewhere),
  );
  // The first five show one state each, so that the smallest nation has them all.
  const states = Object.keys(STATES) as AlertState[];

  for (const [index, need] of wanted.entries()) {
    const state = states[index] ?? drawState(random);
    const regulator = cells.regulator(random, need.requester.establishment.agency);
    const desk = cells.desk(random);
    const raised = Math.min(need.ageHours * 0.8, random.between(4, 90));
    const at = (share: number) => context.day.hoursAgo(raised * share);
    const steps: Step[] = [
      { by: regulator, at: at(1), text: random.pick(MESSAGES), kind: 'alert.raise', state: 'raised' },
    ];
    if (state !== 'raised' && !(state === 'lifted' && random.chance(0.3))) {
      steps.push({ by: desk, at: at(0.8), text: 'Pris en charge par le CCS.', kind: 'alert.take', state: 'taken' });
    }
    if (state === 'answered') {
      steps.push({ by: desk, at: at(0.4), text: random.pick(ANSWERS), kind: 'alert.answer', state: 'answered' });
    }
    if (state === 'declined') {
      steps.push({ by: desk, at: at(0.4), text: random.pick(DECLINES), kind: 'alert.decline', state: 'declined' });
    }
    if (state === 'lifted') {
      steps.push({
        by: regulator,
        at: at(0.2),
        text: 'Trouvé dans la région, merci.',
        kind: 'alert.lift',
        state: 'lifted',
      });
    }
    addAlert(draft, need, steps, JSON.stringify(LADDER_STEPS.slice(0, random.integer(2, 5))));
    if (state === 'answered' || random.chance(0.1))
      requestReserve(context, draft, need, desk, at(0.3), random.chance(0.5));
  }
}

function addAlert(draft: NationDraft, need: Need, steps: readonly Step[], tried: string): void {
  const { row } = need;
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return;
  const taken = steps.find(({ state }) => state === 'taken');
  const decided = steps.find(({ state }) => state === 'answered' || state === 'declined' || state === 'lifted');
  row.alert = last.state;
  if (last.at > row.updatedAt) row.updatedAt = last.at;
  draft.rows.alert.push({
    id: row.id,
    version: steps.length,
    missionId: row.id,
    agency: row.agency,
    state: last.state,
    message: first.text,
    tried,
    raisedByName: first.by.name,
    raisedAt: first.at,
    takenByName: taken?.by.name ?? null,
    takenAt: taken?.at ?? null,
    decidedByName: decided?.by.name ?? null,
    decidedAt: decided?.at ?? null,
    thread: JSON.stringify(
      steps.map(({ by, at, text }) => ({ author: by.name, side: by.agency === null ? 'ccs' : 'agency', at, text })),
    ),
    updatedAt: last.at,
  });
  for (const step of steps) {
    draft.decisions.push({
      at: step.at,
      actorId: step.by.id,
      actorName: step.by.name,
      role: step.by.role,
      agency: step.by.agency,
      kind: step.kind,
      subjectKind: 'alert',
      subjectId: row.id,
      subjectAgency: row.agency,
      reason: step.text,
      before: null,
      after: { state: step.state },
    });
  }
}

/** The CCS logs what it asked of the Réserve sanitaire; nobody of it is listed. */
function requestReserve(
  context: NationContext,
  draft: NationDraft,
  need: Need,
  desk: CellMember,
  at: string,
  answered: boolean,
): void {
  const random = context.stream(`reserve:${need.row.id}`);
  const id = random.id(Date.parse(at));
  const granted = random.chance(0.7);
  const row: Tables['reserveRequest'] = {
    id,
    version: answered ? 2 : 1,
    missionId: need.row.id,
    agency: need.row.agency,
    profession: need.row.profession,
    headcount: Math.max(1, need.row.headcount - need.row.accepted),
    state: answered ? (granted ? 'granted' : 'declined') : 'sent',
    message:
      answered && granted
        ? 'Deux réservistes mobilisés pour quinze jours.'
        : 'Demande transmise à la Réserve sanitaire.',
    byName: desk.name,
    at,
    updatedAt: at,
  };
  draft.rows.reserveRequest.push(row);
  draft.decisions.push({
    at,
    actorId: desk.id,
    actorName: desk.name,
    role: desk.role,
    agency: desk.agency,
    kind: 'reserve-request.send',
    subjectKind: 'reserveRequest',
    subjectId: id,
    subjectAgency: need.row.agency,
    reason: null,
    before: null,
    after: { headcount: row.headcount },
  });
}
