/** How big a nation is, where its people live and which regions the wave hits. Published in docs/nation.md. */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import { AGENCIES } from '../../contract/domain/geography/agency.ts';

export const NATION_SIZES = ['demo', 'region', 'nation'] as const;
export type NationSize = (typeof NATION_SIZES)[number];

export interface NationPlan {
  readonly size: NationSize;
  readonly seed: number;
  readonly candidates: number;
  readonly missions: number;
  /** Regions that the epidemic wave hits now. */
  readonly wave: readonly AgencyCode[];
  /** How many times more than its population's share an agency has of candidates, and of missions. */
  readonly supplyFactor: (agency: AgencyCode | null) => number;
  readonly needFactor: (agency: AgencyCode) => number;
}

const COUNTS: Readonly<Record<NationSize, { readonly candidates: number; readonly missions: number }>> = {
  demo: { candidates: 24_000, missions: 2_400 },
  region: { candidates: 20_000, missions: 2_000 },
  nation: { candidates: 200_000, missions: 20_000 },
};

/** Grand-Est, Île-de-France, Hauts-de-France first (seed 1); another seed may have the wave elsewhere. */
const WAVES: readonly (readonly AgencyCode[])[] = [
  [6, 10, 15],
  [18, 3, 17],
  [10, 2, 5],
  [16, 4, 1],
  [14, 17, 1],
  [6, 3, 18],
];

const REGION: AgencyCode = 6;
/** Share of a one-region nation that is in the region: the rest is what openings lend from. */
const REGION_SUPPLY = 0.85;
const REGION_NEED = 0.93;

/** In the wave, needs are this many times the ordinary ones; volunteers come a little more too. */
const WAVE_NEED = 3.2;
const WAVE_SUPPLY = 1.15;

/** Factor that gives one agency of known population share this share of a total. */
const factorFor = (share: number, populationShare: number): number =>
  (share / (1 - share)) * ((1 - populationShare) / populationShare);

/** Grand-Est has 8.1 % of the people of France. */
const REGION_POPULATION = 0.081;

/**
 * The plan of a nation.
 *
 * @param scale below 1, a smaller nation of the same proportions (tests)
 */
export function planNation(size: NationSize, seed: number, scale = 1): NationPlan {
  const counts = COUNTS[size];
  const chosen = WAVES[(((seed - 1) % WAVES.length) + WAVES.length) % WAVES.length] as readonly AgencyCode[];
  const oneRegion = size === 'region';
  const wave = oneRegion ? [REGION] : chosen;
  return {
    size,
    seed,
    candidates: Math.max(1, Math.round(counts.candidates * scale)),
    missions: Math.max(1, Math.round(counts.missions * scale)),
    wave,
    supplyFactor: (agency) => {
      if (oneRegion) return agency === REGION ? factorFor(REGION_SUPPLY, REGION_POPULATION) : 1;
      return agency !== null && wave.includes(agency) ? WAVE_SUPPLY : 1;
    },
    needFactor: (agency) => {
      if (oneRegion) return agency === REGION ? factorFor(REGION_NEED, REGION_POPULATION) : 1;
      return wave.includes(agency) ? WAVE_NEED : 1;
    },
  };
}

/** Every agency, the wave's first: the order in which rare things (openings, alerts) are handed out. */
export function agenciesOf(plan: NationPlan): readonly AgencyCode[] {
  return [...plan.wave, ...AGENCIES.map(({ code }) => code).filter((code) => !plan.wave.includes(code))];
}
