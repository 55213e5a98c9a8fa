/** What establishments ask for, and when; who was found comes after (write-past.ts). */
import type { Mission } from '../../contract/domain/mission.ts';
import { CLOSING_REASONS } from '../../contract/domain/mission.ts';
import type { Profession } from '../../contract/domain/profession.ts';
import { PROFESSIONS, professionOf } from '../../contract/domain/profession.ts';
import { specialtiesOf } from '../../contract/domain/specialty.ts';
import { missionFacts } from '../../contract/national/facts/mission-facts.ts';
import { UNDECIDED_MISSION } from '../../contract/national/rows/undecided-mission.ts';
import type { Tables } from '../database/tables.ts';
import { shareDraw } from './draw-share.ts';
import type { Requester } from './make-establishments.ts';
import { accountName } from './make-establishments.ts';
import type { Pools } from './make-pools.ts';
import type { Cells } from './make-regulators.ts';
import type { NationContext } from './nation-context.ts';
import type { NationDraft } from './nation-draft.ts';
import type { MissionFate } from './proportions.ts';
import { HEADCOUNTS, MISSION_FATES, NEEDS_BY_FAMILY } from './proportions.ts';
import type { Random } from './random.ts';

type Account = Tables['account'];

/** A mission while its past is written. */
export interface Need {
  readonly row: Tables['mission'] & { agency: NonNullable<Tables['mission']['agency']> };
  readonly fate: MissionFate;
  readonly requester: Requester;
  readonly account: Account;
  /** Hours since it was posted. */
  readonly ageHours: number;
  /** Pools whose members it reaches as a member of their platform. */
  readonly territorialPools: readonly string[];
  readonly inWave: boolean;
}

/** What the rules of contract/domain read of a mission, as on a day when it was open. */
export function missionOf({ row, territorialPools }: Need): Mission {
  return missionFacts({ ...row, state: 'open' }, territorialPools);
}

/** Days from today of start and end, and days since it was posted. */
function drawDates(random: Random, fate: MissionFate): { start: number; end: number; posted: number } {
  if (fate === 'withoutNeed') {
    const posted = random.chance(0.5) ? 0 : random.integer(1, 40);
    return { start: -posted, end: -posted, posted: posted + random.between(0.02, 0.12) };
  }
  if (fate === 'ended' || fate === 'archived') {
    const end = -random.integer(1, fate === 'ended' ? 30 : 60);
    const start = end - random.integer(3, 25);
    return { start, end, posted: -start + random.between(1, 8) };
  }
  const start = random.chance(0.55) ? random.integer(-24, 0) : random.integer(1, 21);
  const end = Math.max(start, 0) + (random.chance(0.08) ? random.integer(0, 2) : random.integer(5, 75));
  const posted = start < 0 ? -start + random.between(0.5, 9) : random.between(0.1, 13);
  return { start, end, posted };
}

function drawRequirements(random: Random, family: string, profession: Profession) {
  const hospitalCare = family === 'hospital' && (profession.family === 'nursing' || profession.family === 'medical');
  const vaccinationHelp = family === 'vaccination-centre' ? random.chance(0.85) : random.chance(0.01);
  const eligible = PROFESSIONS.filter((one: Profession) => one.vaccinationEligible && one.family !== 'student');
  return {
    ehpad: random.chance(family === 'ehpad' ? 0.36 : 0.02) ? (1 as const) : (0 as const),
    intensiveCare: random.chance(hospitalCare ? 0.34 : 0.01) ? (1 as const) : (0 as const),
    vehicle: random.chance(family === 'home-care' ? 0.75 : 0.16) ? (1 as const) : (0 as const),
    weekend: random.chance(0.42) ? (1 as const) : (0 as const),
    vaccinationHelp: vaccinationHelp ? (1 as const) : (0 as const),
    vaccinationExperience: vaccinationHelp && random.chance(0.3) ? (1 as const) : (0 as const),
    vaccinationProfessions: JSON.stringify(
      vaccinationHelp
        ? [
            profession.code,
            ...eligible.filter(({ code }) => code !== profession.code && random.chance(0.4)).map(({ code }) => code),
          ]
        : [],
    ),
  };
}

function close(context: NationContext, draft: NationDraft, cells: Cells, random: Random, need: Need): void {
  const { row } = need;
  const byDesk = random.chance(0.08);
  const actor = byDesk ? cells.desk(random) : cells.regulator(random, need.requester.establishment.agency);
  // Late in its life: what was found before stays found.
  const at = context.day.hoursAgo(need.ageHours * random.between(0.02, 0.2));
  row.closingReason = random.pick(CLOSING_REASONS);
  row.closedAt = at;
  row.closedByName = actor.name;
  row.state = 'closed';
  row.version += 1;
  row.updatedAt = at;
  draft.decisions.push({
    at,
    actorId: actor.id,
    actorName: actor.name,
    role: actor.role,
    agency: actor.agency,
    kind: 'mission.close',
    subjectKind: 'mission',
    subjectId: row.id,
    subjectAgency: row.agency,
    reason: row.closingReason,
    before: { state: 'open' },
    after: { state: 'closed', closingReason: row.closingReason },
  });
}

function drawNeed(
  context: NationContext,
  random: Random,
  pools: Pools,
  requester: Requester,
  draws: { fate: (random: Random) => MissionFate; headcount: (random: Random) => string },
): Need {
  const { day, plan } = context;
  const { establishment, departement } = requester;
  const fate = draws.fate(random);
  const dates = drawDates(random, fate);
  const active = requester.accounts.filter(({ state }) => state === 'active');
  const account = random.pick(active.length === 0 ? requester.accounts : active);
  const family = establishment.family as keyof typeof NEEDS_BY_FAMILY;
  const drawn = shareDraw(NEEDS_BY_FAMILY[family])(random);
  const profession = professionOf(fate === 'withoutNeed' ? 'autre' : drawn);
  const specialties = specialtiesOf(profession.code);
  const createdAt = day.hoursAgo(dates.posted * 24);
  const requirements = drawRequirements(random, family, profession);
  const row: Need['row'] = {
    id: random.id(Date.parse(createdAt)),
    version: 1,
    establishmentId: establishment.id,
    establishmentName: establishment.name,
    establishmentFamily: establishment.family,
    agency: establishment.agency,
    departement,
    postalCode: establishment.postalCode,
    city: establishment.city,
    latitude: establishment.latitude,
    longitude: establishment.longitude,
    precision: establishment.precision,
    profession: profession.code,
    specialty:
      specialties.length > 0 && random.chance(profession.family === 'medical' ? 0.7 : 0.03)
        ? random.pick(specialties).code
        : null,
    headcount: fate === 'withoutNeed' ? 0 : Number(draws.headcount(random)),
    accepted: 0,
    contacted: 0,
    proposed: 0,
    startDate: day.day(dates.start),
    endDate: day.day(dates.end),
    ...requirements,
    state: fate === 'archived' ? 'archived' : 'open',
    ...UNDECIDED_MISSION,
    createdAt,
    updatedAt: createdAt,
    requesterAccountId: account.id,
  };
  return {
    row,
    fate,
    requester,
    account,
    ageHours: dates.posted * 24,
    territorialPools: pools.serving(establishment.id),
    inWave: plan.wave.includes(establishment.agency),
  };
}

export function makeMissions(
  context: NationContext,
  draft: NationDraft,
  requesters: readonly Requester[],
  pools: Pools,
  cells: Cells,
): readonly Need[] {
  const random = context.stream('missions');
  const draws = { fate: shareDraw(MISSION_FATES), headcount: shareDraw(HEADCOUNTS) };
  const needs: Need[] = [];
  for (let index = 0; index < context.plan.missions; index += 1) {
    // Every establishment asks once; the next needs fall where they fall.
    const requester = index < requesters.length ? (requesters[index] as Requester) : random.pick(requesters);
    const need = drawNeed(context, random, pools, requester, draws);
    draft.decisions.push({
      at: need.row.createdAt,
      actorId: need.account.id,
      actorName: accountName(need.account),
      role: 'establishment',
      agency: null,
      kind: 'mission.create',
      subjectKind: 'mission',
      subjectId: need.row.id,
      subjectAgency: need.row.agency,
      reason: null,
      before: null,
      after: { profession: need.row.profession, headcount: need.row.headcount, startDate: need.row.startDate },
    });
    if (need.fate === 'closed') close(context, draft, cells, random, need);
    draft.rows.mission.push(need.row);
    needs.push(need);
  }
  return needs;
}
