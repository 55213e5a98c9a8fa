/** The volunteers: who they are, where they live, what they accept, in which pools they stand. */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import type { DepartementCode } from '../../contract/domain/geography/departement.ts';
import { NATIONAL_DESK_DEPARTEMENTS } from '../../contract/domain/geography/departement.ts';
import type { Mobilisation } from '../../contract/domain/mobilisation.ts';
import type { PoolKind } from '../../contract/domain/pool.ts';
import { POOL_KINDS } from '../../contract/domain/pool.ts';
import type { Profession, ProfessionCode } from '../../contract/domain/profession.ts';
import { professionOf } from '../../contract/domain/profession.ts';
import { specialtiesOf } from '../../contract/domain/specialty.ts';
import type { Tables } from '../database/tables.ts';
import type { Volunteer } from './candidate-supply.ts';
import { departementDraw } from './draw-departement.ts';
import { drawIdentifier } from './draw-identifier.ts';
import { shareDraw } from './draw-share.ts';
import type { Pools } from './make-pools.ts';
import { poolMask } from './make-pools.ts';
import type { Cells } from './make-regulators.ts';
import type { NationContext } from './nation-context.ts';
import type { NationDraft } from './nation-draft.ts';
import { addressPart, drawPersonName } from './person-names.ts';
import { MOBILISATION_SHARES, PEOPLE, SUPPLY_BY_PROFESSION } from './proportions.ts';
import type { Random } from './random.ts';

const FIRST_NUMBER = 1_001;
const SIGN_UP_DAYS = 90;
/** Reserved for examples (RFC 2606): no mail ever leaves. */
const MAIL_DOMAINS = ['example.org', 'example.com', 'example.net', 'volontaire.example'] as const;
const ACTIVITIES = ['Salarié', 'Libéral', 'Retraité', 'Sans activité', 'Intérimaire', 'Disponibilité'] as const;

type CandidateRow = Tables['candidate'];
interface Draws {
  readonly departement: (random: Random) => DepartementCode;
  readonly profession: (random: Random) => ProfessionCode;
  readonly mobilisation: (random: Random) => Mobilisation;
}

function membershipsOf(
  random: Random,
  pools: Pools,
  profession: Profession,
  home: { agency: AgencyCode | null; departement: DepartementCode },
  mobilisation: Mobilisation,
): readonly Tables['pool'][] {
  const kinds: PoolKind[] = [];
  const isStudent = profession.family === 'student';
  if (isStudent && random.chance(0.85)) kinds.push('student-reserve');
  if (!isStudent && random.chance(0.24)) kinds.push('professional-reserve');
  if (home.agency === 1 && profession.territorialPlatform && random.chance(0.18)) kinds.push('territorial');
  // A few belong to their platform alone: only its members reach them (DOMAIN §6).
  const platformOnly = kinds.length === 1 && kinds[0] === 'territorial' && random.chance(0.4);
  if (!platformOnly && (kinds.length === 0 || random.chance(0.62))) kinds.push('regional-volunteers');
  if (mobilisation === 'national' && !platformOnly && random.chance(0.75)) kinds.push('national-volunteers');
  return kinds.flatMap((kind) => {
    const pool = pools.find(kind, home.agency, home.departement);
    return pool === null ? [] : [pool];
  });
}

function drawPlace(context: NationContext, random: Random, draws: Draws) {
  const outside = random.chance(PEOPLE.outsideAgencies);
  const code = outside ? random.pick(NATIONAL_DESK_DEPARTEMENTS) : draws.departement(random);
  return context.places.draw(code, random.unit());
}

function activityOf(random: Random, profession: Profession): string {
  if (profession.family === 'student') return 'Étudiant';
  return random.chance(0.36) ? 'Retraité' : random.pick(ACTIVITIES);
}

function drawCandidate(
  context: NationContext,
  random: Random,
  draws: Draws,
  pools: Pools,
  index: number,
): { row: CandidateRow; memberships: readonly Tables['pool'][] } {
  const { day, plan } = context;
  const age = SIGN_UP_DAYS * 24 * (1 - (index + random.unit()) / plan.candidates) ** 1.3 + 2;
  const createdAt = day.hoursAgo(age);
  const place = drawPlace(context, random, draws);
  const profession = professionOf(draws.profession(random));
  const { firstName, lastName } = drawPersonName(random);
  const mobilisation = draws.mobilisation(random);
  const identifier = drawIdentifier(random, profession.code, place.departement);
  const memberships = membershipsOf(random, pools, profession, place, mobilisation);
  const isCarer = profession.family === 'nursing' || profession.family === 'care';
  const specialties = specialtiesOf(profession.code);
  const specialised = specialties.length > 0 && random.chance(profession.family === 'medical' ? 0.85 : 0.05);
  const startDays = random.integer(-60, 20);
  const number = FIRST_NUMBER + index;
  const registered = identifier.kind !== 'none';
  const row: CandidateRow = {
    id: random.id(Date.parse(createdAt)),
    version: 1,
    number,
    lastName,
    firstName,
    postalCode: place.postalCode,
    city: place.city,
    departement: place.departement,
    agency: place.agency,
    latitude: place.latitude,
    longitude: place.longitude,
    precision: place.precision,
    profession: profession.code,
    specialty: specialised ? random.pick(specialties).code : null,
    identifierKind: identifier.kind,
    identifier: identifier.number,
    activityKind: activityOf(random, profession),
    startDate: day.day(startDays),
    endDate: random.chance(PEOPLE.noEndDate)
      ? null
      : day.day(Math.max(startDays, Math.max(startDays, 0) + random.integer(-5, 120))),
    weekdays: random.chance(0.92) ? 1 : 0,
    weekend: random.chance(0.62) ? 1 : 0,
    vehicle: random.chance(0.68) ? 1 : 0,
    ehpad: random.chance(isCarer ? 0.45 : 0.12) ? 1 : 0,
    intensiveCare: random.chance(profession.code === 'iade' ? 0.9 : profession.family === 'nursing' ? 0.16 : 0.05)
      ? 1
      : 0,
    vaccinationExperience: random.chance(profession.vaccinationEligible ? 0.2 : 0.01) ? 1 : 0,
    vaccinationHelp: random.chance(profession.vaccinationEligible ? 0.45 : 0.06) ? 1 : 0,
    mobilisation,
    pools: JSON.stringify(memberships.map(({ id }) => id)),
    poolKinds: poolMask(POOL_KINDS.filter((kind) => memberships.some((pool) => pool.kind === kind))),
    identityDocument: random.chance(0.86) ? 1 : 0,
    diploma: random.chance(registered ? 0.82 : 0.5) ? 1 : 0,
    verification: 'to-verify',
    verificationVersion: 0,
    verificationByName: null,
    verificationAt: null,
    availability: 'available',
    availabilityReason: null,
    availabilityVersion: 0,
    availabilityByName: null,
    availabilityAt: null,
    engagement: 'none',
    engagedSince: null,
    engagedProposalId: null,
    assignedUntil: null,
    openProposals: 0,
    mergedInto: null,
    createdAt,
    updatedAt: createdAt,
    involvedAgencies: 0,
    emailKey: `${addressPart(firstName)}.${addressPart(lastName)}.${number}@${random.pick(MAIL_DOMAINS)}`,
  };
  return { row, memberships };
}

/** Verified by a regulator of the region some days after sign-up; the newest wait. */
function verify(context: NationContext, draft: NationDraft, cells: Cells, random: Random, row: CandidateRow): void {
  const { day } = context;
  const age = (day.instant - Date.parse(row.createdAt)) / 3_600_000;
  // Newcomers are checked less often than the average: the queue of "à vérifier" is mostly recent.
  const share = Math.min(0.96, (1 - PEOPLE.toVerify) * (age < 72 ? 0.3 : age < 240 ? 0.75 : 1.12));
  if (!random.chance(share)) return;
  const actor = row.agency === null ? cells.desk(random) : cells.regulator(random, row.agency as AgencyCode);
  const at = day.hoursAgo(age * random.between(0.05, 0.9));
  row.verification = 'verified';
  row.verificationVersion = 1;
  row.verificationByName = actor.name;
  row.verificationAt = at;
  row.version += 1;
  row.updatedAt = at;
  draft.decisions.push({
    at,
    actorId: actor.id,
    actorName: actor.name,
    role: actor.role,
    agency: actor.agency,
    kind: 'candidate.verify',
    subjectKind: 'candidate',
    subjectId: row.id,
    subjectAgency: row.agency,
    reason: null,
    before: { verification: 'to-verify' },
    after: { verification: 'verified' },
  });
}

function withdraw(context: NationContext, random: Random, row: CandidateRow): void {
  if (!random.chance(PEOPLE.unavailable)) return;
  const age = (context.day.instant - Date.parse(row.createdAt)) / 3_600_000;
  const at = context.day.hoursAgo(age * random.between(0.02, 0.8));
  row.availability = 'unavailable';
  row.availabilityReason = random.pick(['Reprise du travail', 'Cas contact', 'Congés', 'Raison personnelle']);
  row.availabilityVersion = 1;
  row.availabilityByName = `${row.firstName} ${row.lastName}`;
  row.availabilityAt = at;
  row.version += 1;
  if (at > row.updatedAt) row.updatedAt = at;
}

/** A person who signed up again: same e-mail or same RPPS, another spelling, sometimes another address. */
function makeDuplicate(random: Random, copy: CandidateRow, original: CandidateRow): void {
  copy.firstName = original.firstName;
  copy.lastName = random.chance(0.5) ? original.lastName.toUpperCase() : original.lastName;
  copy.profession = original.profession;
  copy.specialty = original.specialty;
  if (original.identifier !== null && random.chance(0.5)) {
    copy.identifierKind = original.identifierKind;
    copy.identifier = original.identifier;
  } else {
    copy.emailKey = original.emailKey;
  }
}

export function makeCandidates(
  context: NationContext,
  draft: NationDraft,
  pools: Pools,
  cells: Cells,
): readonly Volunteer[] {
  const { plan, places } = context;
  const random = context.stream('candidates');
  const later = context.stream('candidate-facts');
  const draws: Draws = {
    departement: departementDraw(places, plan.supplyFactor),
    profession: shareDraw(SUPPLY_BY_PROFESSION),
    mobilisation: shareDraw(MOBILISATION_SHARES),
  };
  const volunteers: Volunteer[] = [];
  for (let index = 0; index < plan.candidates; index += 1) {
    const { row, memberships } = drawCandidate(context, random, draws, pools, index);
    const original = volunteers[later.integer(0, Math.max(0, index - 1))];
    if (original !== undefined && later.chance(PEOPLE.duplicates)) makeDuplicate(later, row, original.row);
    verify(context, draft, cells, later, row);
    withdraw(context, later, row);
    draft.rows.candidate.push(row);
    volunteers.push({
      row,
      pools: memberships,
      engagement: 'none',
      openProposals: 0,
      assignments: [],
      missions: new Set(),
    });
  }
  return volunteers;
}
