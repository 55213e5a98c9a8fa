/** One request with its needs, and side by side with what the desk already has of its e-mail and its establishment (F24). */
import type { AccountSheet } from '../../../contract/app/accounts-contract.ts';
import {
  establishmentCategoryOf,
  parseEstablishmentCategory,
} from '../../../contract/domain/establishment-category.ts';
import type { MissionNeed } from '../../../contract/national/commands/command-inputs.ts';
import {
  accountRequestsById,
  countOpenMissions,
  readAccountRequests,
  readRequestsOfEmails,
  readRequestsOfEstablishment,
  readSameEstablishment,
} from '../../store/queries/account-rows.ts';
import type { AccountRequestViewRow } from '../../store/views/view-rows.ts';
import type { OpenDesk } from '../open-desk.ts';
import { requestLinks } from './account-list.ts';
import { accountRow, linkUntil } from './account-row.ts';

const REQUIREMENTS = [
  ['ehpad', 'EHPAD'],
  ['intensiveCare', 'Réanimation'],
  ['vehicle', 'Véhicule'],
  ['weekend', 'Weekend'],
  ['vaccinationHelp', 'Aide à la vaccination'],
] as const satisfies readonly (readonly [keyof MissionNeed, string])[];

function needsOf(missions: string): AccountSheet['needs'] {
  return (JSON.parse(missions) as MissionNeed[]).map((need) => {
    const { profession, specialty, headcount, startDate, endDate } = need;
    const requirements = REQUIREMENTS.flatMap(([name, label]) => (need[name] ? [label] : []));
    return { profession, specialty, headcount, startDate, endDate, requirements };
  });
}

export function categoryLabel(code: string): string {
  const known = parseEstablishmentCategory(code);
  return known.ok ? establishmentCategoryOf(known.value).label : code;
}

type Compared = Pick<
  AccountRequestViewRow,
  'finess' | 'gid' | 'address' | 'postalCode' | 'city' | 'category' | 'phone'
>;

const COMPARED: readonly (readonly [label: string, of: (one: Compared) => string | null])[] = [
  ['N° FINESS', ({ finess }) => finess],
  ['GID', ({ gid }) => gid],
  ['Catégorie', ({ category }) => categoryLabel(category)],
  ['Adresse', ({ address }) => address],
  ['Code postal', ({ postalCode }) => postalCode],
  ['Ville', ({ city }) => city],
  ['Téléphone', ({ phone }) => phone],
];

const PERSON: readonly (readonly [label: string, of: (one: AccountRequestViewRow) => string | null])[] = [
  ['Établissement', ({ establishmentName }) => establishmentName],
  ['Demandeur', ({ lastName, firstName }) => `${lastName.toLocaleUpperCase('fr')} ${firstName}`],
  ['Courriel', ({ email }) => email],
];

function differences<One>(
  fields: readonly (readonly [label: string, of: (one: One) => string | null])[],
  mine: One,
  theirs: One,
) {
  return fields.flatMap(([label, of]) => {
    const [left, right] = [of(mine) ?? '–', of(theirs) ?? '–'];
    return left === right ? [] : [{ label, mine: left, theirs: right }];
  });
}

/** Null when the request is not on this workstation. */
export function accountSheet({ store, image }: Pick<OpenDesk, 'store' | 'image'>, id: string): AccountSheet | null {
  const request = accountRequestsById(store, [id]).get(id);
  if (request === undefined) return null;
  const linkOf = requestLinks(readAccountRequests(store));
  const sameEmail = readRequestsOfEmails(store, [request.email]).filter((other) => other.id !== id);
  const seen = new Set([id, ...sameEmail.map((other) => other.id)]);
  const sameNumber = readRequestsOfEstablishment(store, request).filter(
    (other) => !seen.has(other.id) && other.state !== 'refused',
  );
  const told = (relation: 'same-email' | 'same-establishment') => (other: AccountRequestViewRow) => ({
    relation,
    row: accountRow(other, linkOf(other), image.now),
    differences: [...differences(PERSON, request, other), ...differences(COMPARED, request, other)],
  });
  const same = readSameEstablishment(store, request);
  const until = linkUntil(request);
  return {
    revision: store.revision,
    row: accountRow(request, linkOf(request), image.now),
    address: request.address,
    activatedAt: request.activatedAt,
    linkUntil: until === null ? null : new Date(until).toISOString(),
    needs: needsOf(request.missions),
    others: [...sameEmail.map(told('same-email')), ...sameNumber.map(told('same-establishment'))],
    establishment: same && {
      name: same.name,
      city: same.city,
      openMissions: countOpenMissions(store, same.id),
      differences: [
        ...(same.name === request.establishmentName
          ? []
          : [{ label: 'Nom', mine: request.establishmentName, theirs: same.name }]),
        ...differences(COMPARED, request, { ...same, phone: same.phone ?? '–' }),
      ],
    },
  };
}
