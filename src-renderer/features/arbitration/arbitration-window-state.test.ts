import { describe, expect, it } from 'vitest';
import { arbitrationConstraintsSchema, arbitrationScopeSchema } from '../../../contract/app/arbitration-contract.ts';
import { DEFAULT_CONSTRAINTS } from '../../../contract/app/plan-columns.ts';
import { firstState } from '../../tables/first-state.ts';
import { EVERY_MISSION, readArbitrationWindowState } from './arbitration-window-state.ts';
import { PLAN_VIEWS } from './plan-columns.tsx';
import { mayCommit } from './plan-view.ts';

const FIRST = firstState(PLAN_VIEWS, []);
const read = (kept: object | null) => readArbitrationWindowState(kept === null ? null : JSON.stringify(kept), FIRST);

describe('what an arbitration window keeps', () => {
  it('starts from every mission and the first constraints', () => {
    expect(read(null)).toEqual({
      scope: EVERY_MISSION,
      constraints: DEFAULT_CONSTRAINTS,
      table: FIRST,
      planId: null,
    });
    expect(readArbitrationWindowState('}', FIRST).scope).toEqual(EVERY_MISSION);
  });

  it('D4 begins with the missions that another window names', () => {
    expect(read({ missions: ['m-1', 'm-2'] }).scope.missions).toEqual({ type: 'ids', ids: ['m-1', 'm-2'] });
  });

  it('gives back only what the contract takes, whatever was kept', () => {
    const kept = {
      scope: {
        missions: { type: 'ids', ids: ['m-1', 3] },
        agencies: [6, 99],
        priorities: ['P1', 'P9'],
        alertedOnly: 1,
      },
      constraints: {
        reach: 'world',
        distanceCaps: { local: 30, national: -1 },
        reserves: [{ agency: null, keep: 5 }, { agency: 99, keep: 2 }, 'rien'],
        ehpadExperience: 'required',
        mostSolicitations: 0,
      },
      planId: 'plan-1',
    };
    const { scope, constraints, planId } = read(kept);
    expect(arbitrationScopeSchema.safeParse(scope).success).toBe(true);
    expect(arbitrationConstraintsSchema.safeParse(constraints).success).toBe(true);
    expect(scope).toMatchObject({ agencies: [6], priorities: ['P1'], alertedOnly: false });
    expect(constraints).toMatchObject({
      reach: 'opened',
      reserves: [{ agency: null, keep: 5 }],
      ehpadExperience: 'required',
    });
    expect(planId).toBe('plan-1');
  });

  it.each([
    ['ready', true],
    ['edited', false],
    ['running', false],
    ['cancelled', false],
  ] as const)('a plan that is %s may be decided: %s', (state, expected) => {
    expect(mayCommit({ state, outcome: {} as never })).toBe(expected);
  });
});
