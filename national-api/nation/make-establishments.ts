/** Requesting establishments and the accounts of the people who act for them. */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import { agencyOf } from '../../contract/domain/geography/agency.ts';
import type { DepartementCode } from '../../contract/domain/geography/departement.ts';
import type { DrawnPlace, LocatedPlace } from '../../contract/domain/geography/places.ts';
import type { Tables } from '../database/tables.ts';
import { departementDraw } from './draw-departement.ts';
import { shareDraw } from './draw-share.ts';
import { drawAddress, drawEstablishmentName } from './establishment-names.ts';
import type { FinessRanks } from './finess-ranks.ts';
import type { NationContext } from './nation-context.ts';
import type { NationDraft } from './nation-draft.ts';
import { addressPart, drawPersonName, drawPhone } from './person-names.ts';
import { FAMILIES } from './proportions.ts';
import type { Random } from './random.ts';

/** Missions for each establishment, on average. */
const MISSIONS_EACH = 3;
const CEDEX_SHARE = 0.6;

/**
 * Care homes that every nation has, however small: one in each département of Nouvelle-Aquitaine, to carry its platform
 * (seed E), and one in each département of the smallest regions.
 */
const ALWAYS: readonly DepartementCode[] = [
  ...agencyOf(1).departements,
  ...(['2A', '2B', '971', '972', '973', '974', '976'] as const),
];

export interface Requester {
  readonly establishment: Tables['establishment'] & { readonly agency: AgencyCode };
  readonly departement: DepartementCode;
  readonly accounts: readonly Tables['account'][];
}

type Address = { readonly place: LocatedPlace; readonly postalCode: string; readonly city: string };

/** The address of a hospital: often a CEDEX code that no table knows, with its city in capitals. */
function cedexAddress(context: NationContext, random: Random, drawn: DrawnPlace): Address | null {
  const postalCode = `${drawn.postalCode.slice(0, 2)}${random.integer(0, 9)}${String(random.integer(1, 99)).padStart(2, '0')}`;
  const city = `${drawn.city.toUpperCase()} CEDEX`;
  const place = context.places.locate(postalCode, city);
  return place.rule === 'city-name' && place.departement === drawn.departement ? { place, postalCode, city } : null;
}

function makeAccounts(
  random: Random,
  establishment: Tables['establishment'],
  createdHours: number,
  context: NationContext,
): Tables['account'][] {
  const count = random.chance(0.22) ? 2 : 1;
  const createdAt = context.day.hoursAgo(createdHours);
  return Array.from({ length: count }, () => {
    const { firstName, lastName } = drawPersonName(random);
    const identity = establishment.finess ?? establishment.gid ?? establishment.id;
    return {
      id: random.id(Date.parse(createdAt)),
      email: `${addressPart(firstName)}.${addressPart(lastName)}.${random.hex(2)}@etab-${identity.toLowerCase()}.example`,
      lastName,
      firstName,
      phone: drawPhone(random, 'landline'),
      establishments: JSON.stringify([establishment.id]),
      state: random.chance(0.94) ? 'active' : random.chance(0.6) ? 'pending-activation' : 'disabled',
      passwordHash: null,
      createdAt,
    };
  });
}

export function makeEstablishments(
  context: NationContext,
  draft: NationDraft,
  ranks: FinessRanks,
): readonly Requester[] {
  const { plan, day, places } = context;
  const random = context.stream('establishments');
  const departement = departementDraw(places, plan.needFactor);
  const family = shareDraw(FAMILIES);
  const requesters: Requester[] = [];
  const count = Math.max(20, Math.round(plan.missions / MISSIONS_EACH));
  let gid = 0;

  while (requesters.length < count) {
    const always = ALWAYS[requesters.length];
    const code = always ?? departement(random);
    const finess = ranks.first(code);
    if (finess === null) continue;
    const drawn = places.draw(code, random.unit());
    if (drawn.agency === null) continue;
    const kind = always === undefined ? family(random) : 'ehpad';
    const { category, name } = drawEstablishmentName(random, kind, drawn.city);
    const cedex = kind === 'hospital' && random.chance(CEDEX_SHARE) ? cedexAddress(context, random, drawn) : null;
    const { place, postalCode, city } = cedex ?? { place: drawn, postalCode: drawn.postalCode, city: drawn.city };
    const createdHours = random.between(30 * 24, 110 * 24);
    const createdAt = day.hoursAgo(createdHours);
    const isCentre = kind === 'vaccination-centre';
    if (isCentre) gid += 1;
    const establishment: Requester['establishment'] = {
      id: random.id(Date.parse(createdAt)),
      version: 1,
      name,
      category,
      family: kind,
      finess: isCentre ? null : finess,
      gid: isCentre ? `DEMO${String(gid).padStart(6, '0')}` : null,
      address: drawAddress(random),
      postalCode,
      city,
      departement: code,
      agency: drawn.agency,
      latitude: place.latitude,
      longitude: place.longitude,
      precision: place.precision,
      phone: drawPhone(random, 'landline'),
      createdAt,
      updatedAt: createdAt,
    };
    const accounts = makeAccounts(random, establishment, createdHours - 1, context);
    draft.rows.establishment.push(establishment);
    draft.rows.account.push(...accounts);
    requesters.push({ establishment, departement: code, accounts });
  }
  groupAccounts(context, requesters);
  return requesters;
}

/** Since April 2021 an account may group several establishments (F26): a few do, in one département. */
function groupAccounts(context: NationContext, requesters: readonly Requester[]): void {
  const random = context.stream('grouped-accounts');
  for (const [, members] of Map.groupBy(requesters, ({ departement }) => departement)) {
    const [first, second, third] = members;
    const account = first?.accounts[0];
    if (account === undefined || second === undefined || !random.chance(0.5)) continue;
    const group = [first, second, ...(third === undefined ? [] : [third])];
    account.establishments = JSON.stringify(group.map((one) => one?.establishment.id));
  }
}

/** As decisions write it, the establishment being beside. */
export function accountName(account: Tables['account']): string {
  return `${account.firstName} ${account.lastName}`;
}
