/** What an arbitration window keeps: which missions, under which constraints, its table. Pure; read tolerantly. */
import type { ArbitrationConstraints, ArbitrationScope } from '../../../contract/app/arbitration-contract.ts';
import { DEFAULT_CONSTRAINTS } from '../../../contract/app/plan-columns.ts';
import { isAgencyCode } from '../../../contract/domain/geography/agency.ts';
import { PRIORITIES } from '../../../contract/domain/priority.ts';
import { keptObject, readKept } from '../../data/read-kept.ts';
import type { TableState } from '../../tables/table-state.ts';
import { tableStateOf } from '../../tables/table-state.ts';

export interface ArbitrationWindowState {
  readonly scope: ArbitrationScope;
  readonly constraints: ArbitrationConstraints;
  readonly table: TableState;
  /** The plan that was last made here: it lives in the engine as long as the session. */
  readonly planId: string | null;
}

export const EVERY_MISSION: ArbitrationScope = {
  missions: null,
  agencies: [],
  professions: [],
  priorities: [],
  alertedOnly: false,
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): string[] => listOf(value).filter((one) => typeof one === 'string');
const among = <Value>(values: readonly Value[], kept: unknown, first: Value): Value =>
  values.find((value) => value === kept) ?? first;
const EXPERIENCES = ['as-hint', 'preferred', 'required'] as const;

function readScope(kept: Readonly<Record<string, unknown>>, missions: readonly string[]): ArbitrationScope {
  const set = keptObject(kept['missions']);
  const ids = missions.length > 0 ? missions : texts(set['ids']);
  return {
    missions: ids.length === 0 ? null : { type: 'ids', ids: [...ids].slice(0, 1000) },
    agencies: listOf(kept['agencies']).filter(isAgencyCode),
    professions: texts(kept['professions']),
    priorities: PRIORITIES.filter((priority) => listOf(kept['priorities']).includes(priority)),
    alertedOnly: kept['alertedOnly'] === true,
  };
}

const cap = (value: unknown): number | null => (typeof value === 'number' && value >= 0 ? value : null);

function readConstraints(kept: Readonly<Record<string, unknown>>): ArbitrationConstraints {
  if (Object.keys(kept).length === 0) return DEFAULT_CONSTRAINTS;
  const caps = keptObject(kept['distanceCaps']);
  const most = kept['mostSolicitations'];
  return {
    reach: among(['opened', 'nation'] as const, kept['reach'], DEFAULT_CONSTRAINTS.reach),
    distanceCaps: {
      local: cap(caps['local']),
      departemental: cap(caps['departemental']),
      national: cap(caps['national']),
    },
    reserves: listOf(kept['reserves']).flatMap((one) => {
      const { agency, keep } = keptObject(one);
      const isPlace = agency === null || isAgencyCode(agency);
      return isPlace && typeof keep === 'number' && keep >= 1 ? [{ agency, keep }] : [];
    }),
    ehpadExperience: among(EXPERIENCES, kept['ehpadExperience'], DEFAULT_CONSTRAINTS.ehpadExperience),
    intensiveCareExperience: among(
      EXPERIENCES,
      kept['intensiveCareExperience'],
      DEFAULT_CONSTRAINTS.intensiveCareExperience,
    ),
    verifiedOnly: kept['verifiedOnly'] === true,
    freshFirst: kept['freshFirst'] !== false,
    mostSolicitations: typeof most === 'number' && most >= 1 ? most : null,
  };
}

/** `missions` is what another window asks to arbitrate. */
export function readArbitrationWindowState(kept: string | null, first: TableState): ArbitrationWindowState {
  const parsed = readKept(kept);
  const { table, planId } = parsed;
  return {
    scope: readScope(keptObject(parsed['scope']), texts(parsed['missions'])),
    constraints: readConstraints(keptObject(parsed['constraints'])),
    table: table === undefined ? first : tableStateOf(keptObject(table), first),
    planId: typeof planId === 'string' ? planId : null,
  };
}
