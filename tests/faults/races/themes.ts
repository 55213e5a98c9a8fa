/** What a race is mostly about, and who comes to it. A swarm needs both races that dwell on one thing and storms. */
import type { CommandKind } from '../../../contract/national/commands/command-inputs.ts';
import type { Role } from '../../../contract/national/principal.ts';

/** 'house-0' and 'house-1' are the accounts of the race's two establishments. */
export type Part = 'lead' | 'regulator' | 'lender-lead' | 'desk' | 'house-0' | 'house-1' | 'person';

export interface Theme {
  readonly name: string;
  readonly share: number;
  /** The first two are always there; the others are drawn. */
  readonly cast: readonly [Part, Part, ...Part[]];
  readonly kinds: RegExp;
  /** At least and at most. */
  readonly missions: readonly [number, number];
  readonly candidates: readonly [number, number];
  /** How many of the people live in the other region. */
  readonly abroad: number;
  /** What the theme cannot do without: these kinds weigh something in each of its races. */
  readonly main: RegExp;
}

export const THEMES: readonly Theme[] = [
  {
    name: 'facts: regulators of one region decide the same missions and people',
    share: 2,
    missions: [1, 2],
    candidates: [1, 3],
    abroad: 0.2,
    cast: ['lead', 'regulator', 'desk', 'lender-lead', 'person'],
    kinds: /^(mission\.(set-priority|defer|note|assign-regulator)|candidate\.(verify|set-availability))$/,
    main: /^mission\.set-priority$/,
  },
  {
    name: 'reservation: two establishments want the same people',
    share: 4,
    missions: [2, 3],
    candidates: [1, 3],
    abroad: 0.1,
    cast: ['house-0', 'house-1', 'lead', 'house-0', 'house-1', 'person'],
    kinds: /^(proposal\.|candidate\.set-availability$)/,
    main: /^proposal\.(contact|accept)$/,
  },
  {
    name: 'filling: one establishment and its region fill the same missions',
    share: 3,
    missions: [1, 2],
    candidates: [2, 4],
    abroad: 0.1,
    cast: ['house-0', 'lead', 'house-0', 'house-1', 'desk'],
    kinds: /^(proposal\.|mission\.(change-need|close|reopen)$|alert\.)/,
    main: /^proposal\.(contact|accept)$/,
  },
  {
    name: 'relay: people go from one mission to the next',
    share: 3,
    missions: [2, 3],
    candidates: [1, 2],
    abroad: 0,
    cast: ['lead', 'house-0', 'house-1', 'lead'],
    kinds: /^proposal\.(contact|accept|assign-on-behalf|end-early|cancel-assignment)$/,
    main: /^proposal\.(assign-on-behalf|end-early)$/,
  },
  {
    name: 'solidarity: the national desk opens a region to another',
    share: 4,
    missions: [1, 3],
    candidates: [2, 4],
    abroad: 0.7,
    cast: ['desk', 'lead', 'lender-lead', 'house-0', 'regulator'],
    kinds: /^(opening\.|proposal\.|candidate\.)/,
    main: /^(opening\.(create|close)|proposal\.(create|withdraw))$/,
  },
  {
    name: 'crisis: direct access comes and goes',
    share: 1,
    missions: [1, 3],
    candidates: [1, 3],
    abroad: 0.2,
    cast: ['lead', 'house-0', 'house-1', 'lender-lead'],
    kinds: /^(crisis-mode\.|direct-access\.|proposal\.)/,
    main: /^(crisis-mode\.switch|proposal\.contact)$/,
  },
  {
    name: 'solicitation: one person is wanted everywhere',
    share: 2,
    missions: [4, 5],
    candidates: [1, 1],
    abroad: 0,
    cast: ['lead', 'house-0', 'house-1', 'desk'],
    kinds: /^proposal\.(create|withdraw|contact|refuse)$/,
    main: /^proposal\.(create|contact|refuse)$/,
  },
  {
    name: 'arbitration: the national desk proposes people of another region, and takes them back',
    share: 1,
    missions: [1, 2],
    candidates: [2, 3],
    abroad: 1,
    cast: ['desk', 'lead', 'desk', 'house-0'],
    kinds: /^proposal\.(create|withdraw|contact|refuse|release)$/,
    main: /^proposal\.(create|withdraw)$/,
  },
  {
    name: 'storm: everybody does everything',
    share: 2,
    missions: [1, 3],
    candidates: [1, 4],
    abroad: 0.4,
    cast: ['lead', 'house-0', 'house-1', 'desk', 'lender-lead', 'regulator', 'person'],
    kinds: /./,
    main: /^proposal\.contact$/,
  },
];

const REGULATION =
  /^(?!opening\.(create|adjust|close|overrule)|proposal\.(contact|accept|refuse)$|alert\.(take|answer|decline)$|reserve-request\.)/;

/** What each role may try at all. */
const OWN_ACTS: Readonly<Partial<Record<Role, RegExp>>> = {
  establishment: /^(proposal\.(contact|accept|refuse|end-early|cancel-assignment)|mission\.change-need)$/,
  candidate: /^candidate\.set-availability$/,
  'ars-lead': REGULATION,
  'ars-regulator': /^(?!crisis-mode|direct-access|opening)/,
  'ccs-lead': /^(?!proposal\.(contact|accept|refuse)$|alert\.(raise|lift)$)/,
};

/** Whether a role may try a kind of command: the others are tried now and then, and must be refused. */
export function isOwnAct(role: Role, kind: CommandKind): boolean {
  return OWN_ACTS[role]?.test(kind) === true && (role !== 'ars-regulator' || REGULATION.test(kind));
}
