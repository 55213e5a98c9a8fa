/**
 * The named people of the demonstration: invented, with botanical family names and addresses under `.example`, a domain
 * that nobody can own (RFC 2606).
 */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import { AGENCIES } from '../../contract/domain/geography/agency.ts';
import type { HabilitatedRole } from './habilitation-today.ts';

export interface DemoPerson {
  /** Same in every demonstration, so that a guide can name it. */
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly role: HabilitatedRole;
  readonly agency: AgencyCode | null;
  readonly departements: readonly string[] | null;
  /** Said beside the name where people choose whom to be. */
  readonly remark: string;
  /** The habilitation is over: shows the refusal. */
  readonly ended: boolean;
}

type Extra = Partial<Pick<DemoPerson, 'departements' | 'remark' | 'ended'>>;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');

function demoPerson(
  givenName: string,
  familyName: string,
  role: HabilitatedRole,
  agency: AgencyCode | null,
  extra: Extra = {},
): DemoPerson {
  const login = `${plain(givenName)}.${plain(familyName)}`;
  const house = AGENCIES.find(({ code }) => code === agency);
  const domain = house === undefined ? 'sante-demo' : `ars-${plain(house.name)}-demo`;
  return {
    id: `demo-${login.replace('.', '-')}`,
    givenName,
    familyName,
    email: `${login}@${domain}.example`,
    role,
    agency,
    departements: null,
    remark: '',
    ended: false,
    ...extra,
  };
}

/** One regulator and one lead for each agency, in the order of annex 2. */
const CELLS: readonly (readonly [regulator: readonly [string, string], lead: readonly [string, string]])[] = [
  [
    ['Alix', 'Églantine'],
    ['Morgan', 'Tamaris'],
  ],
  [
    ['Maxence', 'Primevère'],
    ['Dominique', 'Aubier'],
  ],
  [
    ['Lou', 'Gentiane'],
    ['Claude', 'Pervenche'],
  ],
  [
    ['Gwenn', 'Ajonc'],
    ['Maël', 'Fougère'],
  ],
  [
    ['Sacha', 'Bleuet'],
    ['Andréa', 'Muguet'],
  ],
  [
    ['Camille', 'Aubépine'],
    ['Noa', 'Mirabelle'],
  ],
  [
    ['Ange', 'Arbousier'],
    ['Charlie', 'Ciste'],
  ],
  [
    ['Jocelyn', 'Hibiscus'],
    ['Marlène', 'Balisier'],
  ],
  [
    ['Éden', 'Wapa'],
    ['Sam', 'Carambole'],
  ],
  [
    ['Yaël', 'Capucine'],
    ['Stéphane', 'Glycine'],
  ],
  [
    ['Loïs', 'Vétiver'],
    ['Maé', 'Géranium'],
  ],
  [
    ['Joyce', 'Alamanda'],
    ['Ludo', 'Frangipane'],
  ],
  [
    ['Naïm', 'Ylang'],
    ['Zaïna', 'Jasmin'],
  ],
  [
    ['Swann', 'Violette'],
    ['Pascale', 'Tournesol'],
  ],
  [
    ['Ély', 'Houblon'],
    ['Robin', 'Chicorée'],
  ],
  [
    ['Nour', 'Camélia'],
    ['Malo', 'Hortensia'],
  ],
  [
    ['Lilou', 'Lavande'],
    ['Florent', 'Mimosa'],
  ],
  [
    ['Mahé', 'Edelweiss'],
    ['Isaure', 'Myrtille'],
  ],
];

/** Everyone in whose place the demonstration's sign-in page lets one act. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...AGENCIES.flatMap(({ code }, index) => {
    const cell = CELLS[index];
    if (cell === undefined) throw new RangeError(`No demonstration cell for agency ${code}`);
    const [regulator, lead] = cell;
    return [demoPerson(...regulator, 'ars-regulator', code), demoPerson(...lead, 'ars-lead', code)];
  }),
  demoPerson('Inès', 'Coquelicot', 'ars-regulator', 6, { remark: 'seconde régulatrice de la cellule' }),
  demoPerson('Tal', 'Sorbier', 'ars-regulator', 6, {
    departements: ['57', '54'],
    remark: 'direction territoriale : Moselle et Meurthe-et-Moselle seulement',
  }),
  demoPerson('Solène', 'Nénuphar', 'ars-regulator', 10, { remark: 'second régulateur de la cellule' }),
  demoPerson('Ariel', 'Cèdre', 'ccs-desk', null),
  demoPerson('Eva', 'Acacia', 'ccs-desk', null, { remark: 'équipe de nuit' }),
  demoPerson('Victoire', 'Séquoia', 'ccs-lead', null),
  demoPerson('Anaël', 'Genévrier', 'auditor', null, { remark: 'mandat national, lecture seule' }),
  demoPerson('Candice', 'Réséda', 'auditor', 6, { remark: 'mandat limité à une région, lecture seule' }),
  demoPerson('Fabrice', 'Romarin', 'administrator', null),
  demoPerson('Pascal', 'Amarante', 'ars-regulator', 14, {
    remark: 'habilitation terminée : montre le refus',
    ended: true,
  }),
];
