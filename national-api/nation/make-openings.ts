/** Openings of pools by the CCS, in each of their states, with the proposals made under them. DOMAIN §6. */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import { AGENCIES } from '../../contract/domain/geography/agency.ts';
import type { Opening, OpeningState } from '../../contract/domain/opening.ts';
import type { PoolKind } from '../../contract/domain/pool.ts';
import type { ProfessionCode } from '../../contract/domain/profession.ts';
import type { Tables } from '../database/tables.ts';
import type { Need } from './make-missions.ts';
import { poolMask } from './make-pools.ts';
import type { CellMember, Cells } from './make-regulators.ts';
import type { NationContext } from './nation-context.ts';
import type { NationDraft } from './nation-draft.ts';
import type { Random } from './random.ts';
import type { Past } from './write-past.ts';
import { mayMeet } from './write-past.ts';

/** What an opening is made of before it is drawn. */
interface OpeningScript {
  readonly state: OpeningState;
  readonly lenders: readonly AgencyCode[] | 'all';
  readonly pools: readonly PoolKind[];
  readonly professions: readonly ProfessionCode[];
  /** Share of the ceiling that is taken. */
  readonly taken: number;
  readonly reason: string;
  readonly objected?: 'standing' | 'overruled';
}

const VOLUNTEERS = ['regional-volunteers', 'national-volunteers'] as const;

/** For each region of the wave, in turn. */
const SCRIPTS: readonly (readonly OpeningScript[])[] = [
  [
    {
      state: 'active',
      lenders: [4, 16, 1],
      pools: VOLUNTEERS,
      professions: ['infirmier-diplome-etat', 'iade'],
      taken: 0.55,
      reason: 'Réanimations saturées : renfort infirmier des régions de l’Ouest',
    },
    {
      state: 'paused',
      lenders: [18],
      pools: ['professional-reserve', 'regional-volunteers'],
      professions: ['aide-soignant'],
      taken: 1,
      reason: 'EHPAD en foyer épidémique, relève des aides-soignants',
      objected: 'overruled',
    },
    {
      state: 'awaiting-agreement',
      lenders: [16],
      pools: ['student-reserve'],
      professions: ['etudiant-infirmier', 'etudiant-medecine'],
      taken: 0,
      reason: 'Demande de la réserve étudiante, en attente de l’accord de l’ARS',
    },
  ],
  [
    {
      state: 'active',
      lenders: 'all',
      pools: ['national-volunteers'],
      professions: ['iade', 'ibode', 'medecin-autres-specialites'],
      taken: 0.4,
      reason: 'Compétences de réanimation recherchées partout en France',
    },
    {
      state: 'closed',
      lenders: [5, 2],
      pools: VOLUNTEERS,
      professions: ['infirmier-diplome-etat'],
      taken: 0.7,
      reason: 'Première vague de renforts infirmiers',
    },
  ],
  [
    {
      state: 'active',
      lenders: [2, 4],
      pools: VOLUNTEERS,
      professions: ['aide-soignant', 'infirmier-diplome-etat'],
      taken: 0.5,
      reason: 'Clusters en EHPAD',
      objected: 'standing',
    },
    {
      state: 'closed',
      lenders: [17],
      pools: ['national-volunteers'],
      professions: ['masseur-kinesitherapeute'],
      taken: 0.2,
      reason: 'Rééducation des patients sortis de réanimation',
    },
  ],
];

const DAYS_OPEN = 21;
/** People under one opening for each thousand candidates of the nation. */
const CEILING_PER_THOUSAND = 1.6;

export interface MadeOpening {
  readonly row: Tables['opening'];
  readonly script: OpeningScript;
  readonly receiver: AgencyCode;
  readonly createdHours: number;
}

function decisionsOf(opening: MadeOpening, cells: Cells, draft: NationDraft, by: CellMember): void {
  const { row } = opening;
  const line = (member: CellMember, at: string | null, kind: string, reason: string | null) => {
    if (at === null) return;
    draft.decisions.push({
      at,
      actorId: member.id,
      actorName: member.name,
      role: member.role,
      agency: member.agency,
      kind,
      subjectKind: 'opening',
      subjectId: row.id,
      subjectAgency: row.receiverAgency,
      reason,
      before: null,
      after: { state: row.state, ceiling: row.ceiling },
    });
  };
  line(by, row.createdAt, 'opening.create', row.reason);
  const [lender] = opening.script.lenders === 'all' ? [] : opening.script.lenders;
  if (lender !== undefined) line(cells.lead(lender), row.objectionAt, 'opening.object', row.objectionReason);
  if (row.overruledByName !== null) line(cells.deskLead, row.updatedAt, 'opening.overrule', row.overruledReason);
  line(by, row.closedAt, 'opening.close', row.closedReason);
}

/** Writes the openings, empty; `useOpenings` then fills them. */
export function makeOpenings(context: NationContext, draft: NationDraft, cells: Cells): readonly MadeOpening[] {
  const random = context.stream('openings');
  const { day, plan } = context;
  const ceilingUnit = Math.max(2, Math.round((plan.candidates / 1000) * CEILING_PER_THOUSAND));
  const made: MadeOpening[] = [];
  for (const [index, receiver] of plan.wave.entries()) {
    for (const script of SCRIPTS[index % SCRIPTS.length] ?? []) {
      const lenders = lendersOf(script, receiver);
      const by = cells.desk(random);
      const createdDays = script.state === 'awaiting-agreement' ? 0.6 : random.between(4, 14);
      const createdAt = day.hoursAgo(createdDays * 24);
      const from = day.day(-Math.floor(createdDays));
      const closedAt = script.state === 'closed' ? day.hoursAgo(random.between(10, 60)) : null;
      const objects = script.objected !== undefined && lenders !== null;
      const objectionAt = objects ? day.hoursAgo(createdDays * 24 - random.between(2, 20)) : null;
      const overruled = script.objected === 'overruled' && objects;
      const [lender] = lenders ?? [];
      const ceiling = Math.max(1, Math.round(ceilingUnit * random.between(0.7, 1.5)));
      const row: Tables['opening'] = {
        id: random.id(Date.parse(createdAt)),
        version: 1 + (closedAt === null ? 0 : 1) + (objects ? 1 : 0) + (overruled ? 1 : 0),
        state: script.state,
        receiverAgency: receiver,
        receiverMissions: null,
        lenderAgencies: lenders === null ? null : JSON.stringify(lenders),
        poolKinds: poolMask(script.pools),
        professions: JSON.stringify(script.professions),
        specialties: '[]',
        mobilisations: JSON.stringify(['national']),
        fromDate: from,
        untilDate: script.state === 'closed' && random.chance(0.5) ? day.day(-1) : day.day(DAYS_OPEN),
        ceiling,
        used: 0,
        assigned: 0,
        reason: script.reason,
        authorName: by.name,
        createdAt,
        objectionByName: objects && lender !== undefined ? cells.lead(lender).name : null,
        objectionAt,
        objectionReason: objects ? 'Notre région attend elle-même une reprise de l’épidémie' : null,
        overruledByName: overruled ? cells.deskLead.name : null,
        overruledReason: overruled ? 'Tension sans commune mesure dans la région receveuse' : null,
        agreedByName: null,
        agreedAt: null,
        agreements: null,
        closedAt,
        closedByName: closedAt === null ? null : by.name,
        closedReason: closedAt === null ? null : 'Besoin couvert',
        updatedAt: closedAt ?? (overruled ? day.hoursAgo(createdDays * 24 - 30) : objectionAt) ?? createdAt,
      };
      const opening = { row, script, receiver, createdHours: createdDays * 24 };
      decisionsOf(opening, cells, draft, by);
      draft.rows.opening.push(row);
      made.push(opening);
    }
  }
  return made;
}

/** The lenders of a script, the receiver and the wave left out; null = all. */
function lendersOf(script: OpeningScript, receiver: AgencyCode): AgencyCode[] | null {
  if (script.lenders === 'all') return null;
  const lenders = script.lenders.filter((code) => code !== receiver);
  return lenders.length > 0 ? lenders : [receiver === 5 ? 14 : 5];
}

/** The opening as the matching rule reads it, on a day when it was active. */
function asActive({ row, script, receiver, createdHours }: MadeOpening, today: string): Opening {
  return {
    id: row.id,
    lenderPools: script.pools,
    lenderAgencies: row.lenderAgencies === null ? 'all' : (JSON.parse(row.lenderAgencies) as AgencyCode[]),
    receiver: { kind: 'agency', agency: receiver },
    professions: script.professions,
    specialties: 'all',
    mobilisations: ['national'],
    from: row.fromDate,
    until: row.untilDate < today ? today : row.untilDate,
    ceiling: row.ceiling,
    reason: row.reason,
    author: row.authorName,
    createdAt: -createdHours,
    state: 'active',
    objection: null,
  };
}

/** A third accepted, a third contacted, a third waiting; all of a closed opening's came to something. */
function fateOf(random: Random, opening: MadeOpening, hours: number, rank: number, ceiling: number) {
  const settled = { proposed: hours, contacted: hours * 0.7, decided: hours * 0.4 };
  // The last place of a full opening is not yet an assignment: full of assigned people it would be closed.
  if (opening.script.state === 'closed') return { state: 'accepted' as const, ...settled };
  if (rank === ceiling - 1 || random.chance(0.3)) {
    return { state: 'contacted' as const, proposed: hours, contacted: hours * 0.6 };
  }
  if (random.chance(0.4)) return { state: 'open' as const, proposed: Math.min(hours, 40) };
  return { state: 'accepted' as const, ...settled };
}

/** Makes the proposals of each opening, in the missions of its receiver that still have posts. */
export function useOpenings(past: Past, openings: readonly MadeOpening[], needs: readonly Need[]): void {
  const { context, random, supply } = past;
  const { today } = context.day;
  for (const opening of openings) {
    const wanted = Math.round(opening.row.ceiling * opening.script.taken);
    const active = asActive(opening, today);
    const lenders =
      active.lenderAgencies === 'all'
        ? AGENCIES.map(({ code }) => code).filter((code) => code !== opening.receiver)
        : active.lenderAgencies;
    const professions: readonly string[] = opening.script.professions;
    const receiving = needs.filter(
      ({ row, fate, ageHours }) =>
        fate === 'live' && row.agency === opening.receiver && professions.includes(row.profession) && ageHours > 12,
    );
    let rank = 0;
    for (const need of receiving) {
      if (rank >= wanted) break;
      if (need.row.accepted >= need.row.headcount || need.row.vaccinationHelp === 1) continue;
      const hours = Math.min(need.ageHours, opening.createdHours) * random.between(0.3, 0.9);
      const agency = random.pick(lenders);
      const volunteer = supply.take(
        { agency },
        need.row.profession as ProfessionCode,
        (one) => one.engagement === 'none' && mayMeet(past, need, one, hours, [active]),
      );
      if (volunteer === null) continue;
      const fate = fateOf(random, opening, hours, rank, wanted);
      past.record({ need, volunteer, origin: 'ccs', openingId: opening.row.id, ...fate });
      rank += 1;
    }
    // Full is what was found: a scarce profession gives a lower ceiling, and the opening stays true to its state.
    if (opening.script.state === 'paused') opening.row.ceiling = Math.max(1, rank);
    if (opening.script.state === 'paused' && rank === 0) opening.row.state = 'active';
  }
}
