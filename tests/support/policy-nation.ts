/** Two regions, three départements and a land without agency, with one object of each kind in each. */
import { createHash } from 'node:crypto';
import type { Principal } from '../../contract/national/principal.ts';
import type { World } from './world.ts';

/** What a right is asked about, as DOMAIN §9 sees it. */
export interface Thing {
  readonly agency: number | null;
  readonly departement: string | null;
  readonly establishmentId: string;
  readonly missionId: string;
  readonly candidateId: string;
  /** A live proposal between this place's mission and this place's candidate. */
  readonly proposalId: string;
  readonly accountRequestId: string;
  readonly grantId: string;
  /** Received by this place's agency. */
  readonly openingId: string;
  /** Agencies that lend to it. */
  readonly lenders: readonly number[];
  readonly reserveRequestId: string;
  readonly personId: string;
  readonly keyId: string;
}

const PLACES = [
  { agency: 6, departement: '54', postalCode: '54000', city: 'Nancy' },
  { agency: 6, departement: '57', postalCode: '57000', city: 'Metz' },
  { agency: 14, departement: '31', postalCode: '31000', city: 'Toulouse' },
  { agency: null, departement: '975', postalCode: '97500', city: 'Saint-Pierre' },
] as const;

async function furnish(world: World, place: (typeof PLACES)[number], index: number): Promise<Thing> {
  const { agency } = place;
  const key = `lieu-${index}`;
  const establishment = await world.establishment({ ...place, id: `${key}-etablissement` });
  const mission = await world.mission({
    ...place,
    id: `${key}-mission`,
    establishmentId: establishment.id,
    alert: index % 2 === 0 ? 'raised' : null,
  });
  const candidate = await world.candidate({
    ...place,
    id: `${key}-candidat`,
    engagement: 'proposed',
    openProposals: 1,
  });
  const proposal = await world.place('proposal', {
    id: `${key}-proposition`,
    missionId: mission.id,
    candidateId: candidate.id,
    establishmentId: establishment.id,
    establishmentName: establishment.name,
    missionAgency: agency,
    candidateAgency: agency,
    profession: mission.profession,
    state: 'open',
    origin: 'agency',
    proposedByName: 'Régulation',
    proposedAt: mission.createdAt,
  });
  const request = await world.place('accountRequest', {
    ...place,
    // The form always names one.
    agency: agency ?? 10,
    id: `${key}-demande`,
    state: 'submitted',
    lastName: 'Fictive',
    firstName: 'Claude',
    email: `${key}@etablissement.example`,
    phone: '0199001234',
    category: '500',
    establishmentName: 'EHPAD de démonstration – Les Ormes',
    missions: '[]',
    origin: 'form',
  });
  const grant = await world.place('directAccess', {
    id: `${key}-acces`,
    agency: agency ?? 10,
    establishmentId: establishment.id,
    untilDate: '2020-12-31',
    reason: 'Démonstration',
    byName: 'Régulation',
    at: mission.createdAt,
  });
  const lenders = agency === 14 ? [6] : [14];
  const opening = await world.place('opening', {
    id: `${key}-ouverture`,
    state: 'awaiting-agreement',
    receiverAgency: agency ?? 10,
    lenderAgencies: JSON.stringify(lenders),
    poolKinds: 1,
    professions: '["psychologue"]',
    specialties: '[]',
    mobilisations: '["national"]',
    fromDate: '2020-11-01',
    untilDate: '2020-12-31',
    ceiling: 5,
    reason: 'Démonstration',
    authorName: 'CCS',
  });
  const reserve = await world.place('reserveRequest', {
    id: `${key}-reserve`,
    missionId: mission.id,
    agency,
    profession: mission.profession,
    headcount: 1,
    state: 'sent',
    message: 'Démonstration',
    byName: 'CCS',
    at: mission.createdAt,
  });
  const personId = `${key}-personne`;
  const { write } = world.ground.database;
  await write
    .insertInto('person')
    .values({
      id: personId,
      subject: null,
      email: `${personId}@ars.example`,
      name: 'Dominique Exemple',
      createdAt: mission.createdAt,
    })
    .execute();
  await write
    .insertInto('habilitation')
    .values({
      id: `${personId}-droit`,
      personId,
      role: 'ars-regulator',
      agency: agency ?? 10,
      departements: null,
      validFrom: '2020-01-01',
      validUntil: null,
      grantedByName: 'Démonstration',
      reason: 'Démonstration',
      revokedAt: null,
    })
    .execute();
  const keyId = `${key}-cle`;
  await write
    .insertInto('signingKey')
    .values({
      ...{ keyId, personId, personName: 'Dominique Exemple', agency: agency ?? 10, publicKey: 'PEM' },
      ...{ registeredAt: mission.createdAt, revokedAt: null, revokedByName: null, revokedReason: null },
    })
    .execute();
  return {
    agency,
    departement: place.departement,
    establishmentId: establishment.id,
    missionId: mission.id,
    candidateId: candidate.id,
    proposalId: proposal.id,
    accountRequestId: request.id,
    grantId: grant.id,
    openingId: opening.id,
    lenders,
    reserveRequestId: reserve.id,
    personId,
    keyId,
  };
}

export async function placePolicyNation(world: World): Promise<readonly Thing[]> {
  const things: Thing[] = [];
  for (const [index, place] of PLACES.entries()) things.push(await furnish(world, place, index));
  await world.place('pool', {
    id: 'vivier',
    kind: 'regional-volunteers',
    name: 'Volontaires',
    memberEstablishments: '[]',
  });
  for (const { candidateId } of things) {
    await world.ground.database.write
      .insertInto('candidateContact')
      .values({ candidateId, email: `${candidateId}@volontaire.example`, phone: '0639980001', message: null })
      .execute();
  }
  return things;
}

/** Everybody who is the same but for role and reach. */
export function person(patch: Partial<Principal> & Pick<Principal, 'role'>): Principal {
  return {
    personId: createHash('sha256').update(JSON.stringify(patch)).digest('hex').slice(0, 32),
    displayName: 'Personne d’essai',
    agency: null,
    departements: null,
    establishments: [],
    candidateId: null,
    validUntil: null,
    ...patch,
  };
}
