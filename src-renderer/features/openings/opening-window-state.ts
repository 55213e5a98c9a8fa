/** What an openings' window keeps: its table, the opening looked at, and variants that are being simulated. Pure. */

import type { OpeningVariant } from '../../../contract/app/simulation-shapes.ts';
import { addDays } from '../../../contract/domain/civil-date.ts';
import { isAgencyCode } from '../../../contract/domain/geography/agency.ts';
import { MOBILISATIONS } from '../../../contract/domain/mobilisation.ts';
import { POOL_KINDS } from '../../../contract/domain/pool.ts';
import { keptObject, readKept } from '../../data/read-kept.ts';
import type { TableState } from '../../tables/table-state.ts';
import { tableStateOf } from '../../tables/table-state.ts';

export interface OpeningWindowState {
  readonly table: TableState;
  readonly looked: string | null;
  /** What was filled in last; null when nothing was. */
  readonly variants: readonly OpeningVariant[] | null;
  /** The simulation is shown, not the list. */
  readonly simulating: boolean;
}

const DAYS_AHEAD = 14;
const FIRST_CEILING = 10;

/** A first variant: the region's volunteers of every other region, for two weeks. */
export function firstVariant(
  today: string,
  receiverAgency: number,
  patch: Partial<OpeningVariant> = {},
): OpeningVariant {
  return {
    receiverAgency,
    receiverMissions: null,
    lenderAgencies: null,
    poolKinds: ['regional-volunteers', 'national-volunteers'],
    professions: [],
    specialties: [],
    mobilisations: ['national'],
    fromDate: today,
    untilDate: addDays(today, DAYS_AHEAD),
    ceiling: FIRST_CEILING,
    ...patch,
  };
}

const MOST_VARIANTS = 3;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): string[] => listOf(value).filter((one) => typeof one === 'string');
const agencies = (value: unknown): number[] => listOf(value).filter(isAgencyCode);
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** A variant as it was kept, what makes no sense in it being as at first; null when it is none. */
function readVariant(kept: unknown, today: string): OpeningVariant | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const of = kept as Readonly<Record<string, unknown>>;
  const { receiverAgency, fromDate, untilDate, ceiling } = of;
  if (!isAgencyCode(receiverAgency)) return null;
  const first = firstVariant(today, receiverAgency);
  const missions = texts(of['receiverMissions']).slice(0, 1000);
  const lenders = agencies(of['lenderAgencies']);
  const poolKinds = POOL_KINDS.filter((kind) => listOf(of['poolKinds']).includes(kind));
  const mobilisations = MOBILISATIONS.filter((one) => listOf(of['mobilisations']).includes(one));
  return {
    receiverAgency,
    receiverMissions: missions.length === 0 ? null : missions,
    lenderAgencies: lenders.length === 0 ? null : lenders,
    poolKinds: poolKinds.length === 0 ? first.poolKinds : poolKinds,
    professions: [...new Set(texts(of['professions']))],
    specialties: texts(of['specialties']),
    mobilisations: mobilisations.length === 0 ? first.mobilisations : mobilisations,
    fromDate: isDay(fromDate) ? fromDate : first.fromDate,
    untilDate: isDay(untilDate) ? untilDate : first.untilDate,
    ceiling: Number.isInteger(ceiling) && Number(ceiling) >= 1 ? Number(ceiling) : first.ceiling,
  };
}

/** `variants` is what this window kept; `simulate`, what another one asks: the need of some missions of a region. */
export function readOpeningWindowState(kept: string | null, first: TableState, today: string): OpeningWindowState {
  const parsed = readKept(kept);
  const { table, looked, simulate } = parsed;
  const asked = simulate as { agency?: unknown; missions?: unknown; professions?: unknown } | undefined;
  const isAsked = asked !== undefined && asked !== null;
  const wanted = !isAsked
    ? listOf(parsed['variants'])
    : [{ receiverAgency: asked.agency, receiverMissions: asked.missions, professions: asked.professions }];
  const variants = wanted.map((one) => readVariant(one, today)).filter((one) => one !== null);
  return {
    table: table === undefined ? first : tableStateOf(keptObject(table), first),
    looked: typeof looked === 'string' ? looked : null,
    variants: variants.length === 0 ? null : variants.slice(0, MOST_VARIANTS),
    simulating: variants.length > 0 && (isAsked || parsed['simulating'] !== false),
  };
}
