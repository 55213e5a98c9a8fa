import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POOL_KINDS, POOL_LABELS } from './pool.ts';
import type { LadderNeed, LadderStep } from './solidarity-ladder.ts';
import {
  LADDER_STEP_FACTS,
  LADDER_STEPS,
  ladderOf,
  nextLadderStep,
  otherCircuit,
  studentCircuitOf,
} from './solidarity-ladder.ts';

const need = (changes: Partial<LadderNeed> = {}): LadderNeed => ({
  graduateRequired: false,
  specificSkill: false,
  platformMember: false,
  ...changes,
});
const anyNeed = fc.record({
  graduateRequired: fc.boolean(),
  specificSkill: fc.boolean(),
  platformMember: fc.boolean(),
});

describe('the ladder of solidarity', () => {
  it.each<[string, LadderNeed, LadderStep[], LadderStep | null]>([
    ['F145 students first, by their own circuit', need(), [], 'students-own-circuit'],
    ['F145 the other circuit completes it', need(), ['students-own-circuit'], 'students-other-circuit'],
    ['F146 a graduate is required', need({ graduateRequired: true }), [], 'professionals-of-territory'],
    ['F146 a specific skill is needed', need({ specificSkill: true }), [], 'professionals-of-territory'],
    [
      'F150 a member asks its platform before the territory',
      need({ specificSkill: true, platformMember: true }),
      [],
      'territorial-platform',
    ],
    ['F148 then the region', need({ graduateRequired: true }), ['professionals-of-territory'], 'region'],
    [
      'F148 then the other regions, through the CCS',
      need({ graduateRequired: true }),
      ['professionals-of-territory', 'region'],
      'other-regions',
    ],
    [
      'a nearer step that was skipped comes first',
      need({ graduateRequired: true }),
      ['region'],
      'professionals-of-territory',
    ],
    ['nothing is left', need(), [...LADDER_STEPS], null],
  ])('%s', (_title, given, tried, expected) => {
    expect(nextLadderStep(given, tried)).toBe(expected);
  });

  it('F148 climbed step by step, it visits each of its steps once, in order, and ends', () => {
    fc.assert(
      fc.property(anyNeed, (given) => {
        const climbed: LadderStep[] = [];
        for (let step = nextLadderStep(given, climbed); step !== null; step = nextLadderStep(given, climbed)) {
          climbed.push(step);
        }
        expect(climbed).toEqual(ladderOf(given));
      }),
    );
  });

  it('F147 every pool is on a step, and only the CCS goes beyond the region', () => {
    const pools = new Set(LADDER_STEPS.flatMap((step) => LADDER_STEP_FACTS[step].pools));
    expect([...pools].sort()).toEqual([...POOL_KINDS].sort());
    expect(LADDER_STEPS.filter((step) => LADDER_STEP_FACTS[step].throughNationalDesk)).toEqual([
      'other-regions',
      'reserve-sanitaire',
    ]);
    for (const kind of POOL_KINDS) expect(POOL_LABELS[kind]).not.toBe('');
  });

  it('F145 care homes go through the institutes, hospitals and HAD through the GHT', () => {
    expect(studentCircuitOf('ehpad')).toBe('medico-social');
    expect(studentCircuitOf('home-care')).toBe('medico-social');
    expect(studentCircuitOf('hospital')).toBe('hospital');
  });

  it('F145 each circuit has the other to complete it', () => {
    expect(otherCircuit('hospital')).toBe('medico-social');
    expect(otherCircuit(otherCircuit('hospital'))).toBe('hospital');
  });
});
