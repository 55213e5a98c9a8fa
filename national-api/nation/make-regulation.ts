/** What regulators decided on missions: priorities, deferrals, notes, who follows what. DOMAIN §2.7. */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import type { Priority } from '../../contract/domain/priority.ts';
import { VITAL_SHARE_LIMIT } from '../../contract/domain/priority.ts';
import { shareDraw } from './draw-share.ts';
import type { Need } from './make-missions.ts';
import type { CellMember, Cells } from './make-regulators.ts';
import type { NationContext } from './nation-context.ts';
import type { NationDraft } from './nation-draft.ts';
import { PRIORITY_SHARES, REGULATION } from './proportions.ts';

const REASONS: Readonly<Record<Priority, readonly (string | null)[]>> = {
  P1: [
    'Activité vitale fermée sous 48 h sans renfort',
    'Foyer épidémique : plus de soignant la nuit',
    'Plan blanc ou plan bleu déclenché',
  ],
  P2: ['Fermeture de lits annoncée sous une semaine', 'Équipe réduite de moitié', null],
  P3: ['Mode dégradé tenable', null, null],
  P4: ['Remplacements déjà prévus', null],
  none: [null],
};

const NOTES = [
  'Appelé ce matin : la directrice confirme le besoin, logement possible sur place.',
  'Attendre le retour de la direction territoriale avant de proposer.',
  'Deux personnes déjà venues au printemps, à recontacter en premier.',
  "L'établissement demande plutôt des nuits.",
  'Voir avec le GHT pour un renfort par convention.',
  'À revoir au point de régulation de 16 h — « urgent » selon le médecin coordonnateur.',
] as const;

interface FactChange {
  readonly kind: string;
  readonly reason: string | null;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Puts decisions on live missions; P1 never beyond a fifth of a region's open posts without its reason. */
export function makeRegulation(context: NationContext, draft: NationDraft, cells: Cells, needs: readonly Need[]): void {
  const random = context.stream('regulation');
  const drawPriority = shareDraw<Priority>(PRIORITY_SHARES);
  const open = needs.filter(({ fate, row }) => fate === 'live' && row.accepted < row.headcount);
  const posts = (some: readonly Need[]) => some.reduce((sum, { row }) => sum + row.headcount - row.accepted, 0);
  const openPosts = new Map([...Map.groupBy(open, ({ row }) => row.agency)].map(([code, some]) => [code, posts(some)]));
  const vitalPosts = new Map<number, number>();

  function decide(need: Need, actor: CellMember, at: string, change: FactChange): void {
    if (at > need.row.updatedAt) need.row.updatedAt = at;
    draft.decisions.push({
      at,
      actorId: actor.id,
      actorName: actor.name,
      role: actor.role,
      agency: actor.agency,
      subjectKind: 'mission',
      subjectId: need.row.id,
      subjectAgency: need.row.agency,
      ...change,
    });
  }

  function setPriority(need: Need, actor: CellMember, at: string): void {
    const { row } = need;
    let priority = drawPriority(random);
    const vital = (vitalPosts.get(row.agency) ?? 0) + row.headcount - row.accepted;
    if (priority === 'P1' && vital > VITAL_SHARE_LIMIT * 0.8 * (openPosts.get(row.agency) ?? 0)) priority = 'P2';
    if (priority === 'none') return;
    if (priority === 'P1') vitalPosts.set(row.agency, vital);
    const reason = random.pick(REASONS[priority]);
    Object.assign(row, {
      priority,
      priorityReason: reason,
      priorityVersion: 1,
      priorityByName: actor.name,
      priorityAt: at,
    });
    decide(need, actor, at, {
      kind: 'mission.set-priority',
      reason,
      before: { priority: 'none' },
      after: { priority },
    });
    if (priority !== 'P4' || !random.chance(0.6)) return;
    const until = context.day.day(random.integer(2, 10));
    const why = 'À revoir après les renforts en cours';
    Object.assign(row, {
      deferredUntil: until,
      deferralReason: why,
      deferralVersion: 1,
      deferralByName: actor.name,
      deferralAt: at,
    });
    decide(need, actor, at, {
      kind: 'mission.defer',
      reason: why,
      before: { deferredUntil: null },
      after: { deferredUntil: until },
    });
  }

  for (const need of open) {
    const { row } = need;
    const agency: AgencyCode = need.requester.establishment.agency;
    const actor = cells.regulator(random, agency);
    const moment = () => context.day.hoursAgo(need.ageHours * random.between(0.05, 0.9));
    setPriority(need, actor, moment());
    if (random.chance(REGULATION.notes)) {
      const note = random.pick(NOTES);
      const at = moment();
      Object.assign(row, { note, noteVersion: 1, noteByName: actor.name, noteAt: at });
      decide(need, actor, at, { kind: 'mission.note', reason: null, before: { note: null }, after: { note } });
    }
    if (random.chance(REGULATION.assignedRegulator)) {
      const follower = cells.regulator(random, agency);
      const at = moment();
      Object.assign(row, {
        regulatorId: follower.id,
        regulatorName: follower.name,
        regulatorVersion: 1,
        regulatorByName: actor.name,
        regulatorAt: at,
      });
      decide(need, actor, at, {
        kind: 'mission.assign-regulator',
        reason: null,
        before: { regulatorId: null },
        after: { regulatorId: follower.id },
      });
    }
  }
}
