import { describe, expect, it } from 'vitest';
import { decisionOf } from '../../decisions/decision-draft.ts';
import { CANDIDATE_ACTS, mayAct } from './candidate-acts.ts';

const actOf = (key: string) => {
  const act = CANDIDATE_ACTS.find((one) => one.key === key);
  if (act === undefined) throw new Error(`no act on ${key}`);
  return act;
};

describe('CANDIDATE_ACTS', () => {
  it('F104 proposes to the mission at hand, and asks for missions when there is none', () => {
    const draft = actOf('p').draft('m-1');
    expect(draft && decisionOf(draft)).toEqual({ kind: 'propose', missionIds: ['m-1'], reason: null });
    expect(actOf('p').draft(null)).toBeNull();
  });

  it('F112 assigns on behalf one person on one mission only', () => {
    const draft = actOf('f').draft('m-1');
    expect(draft && decisionOf(draft)).toEqual({ kind: 'assign-on-behalf', missionId: 'm-1', reason: null });
    expect([mayAct(actOf('f'), 'm-1', 1), mayAct(actOf('f'), 'm-1', 2), mayAct(actOf('f'), null, 1)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([
    ['v', { kind: 'verify', verified: true, reason: null }],
    ['i', { kind: 'set-availability', available: false, reason: null }],
    ['d', { kind: 'set-availability', available: true, reason: null }],
  ])('F77 F78 F79 key %s decides of a thousand people as of one', (key, decision) => {
    const draft = actOf(key).draft(null);
    expect(draft && decisionOf(draft)).toEqual(decision);
    expect([mayAct(actOf(key), null, 0), mayAct(actOf(key), null, 1_000)]).toEqual([false, true]);
  });

  it('gives each key to one act only', () => {
    const keys = CANDIDATE_ACTS.flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
