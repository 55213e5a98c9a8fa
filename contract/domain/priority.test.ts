import { describe, expect, it } from 'vitest';
import type { Priority } from './priority.ts';
import { asksReasonForVital, comparePriorities, PRIORITIES, PRIORITY_LABELS, PRIORITY_MEANINGS } from './priority.ts';

describe('priority lanes', () => {
  it('F114 order the queue from P1 to none', () => {
    const lanes: Priority[] = ['none', 'P3', 'P1', 'P4', 'P2'];
    expect(lanes.sort(comparePriorities)).toEqual([...PRIORITIES]);
  });

  it('F114 each lane says what it means', () => {
    for (const priority of PRIORITIES) {
      expect(PRIORITY_LABELS[priority]).not.toBe('');
      expect(PRIORITY_MEANINGS[priority]).toMatch(/\.$/);
    }
  });

  it.each([
    [20, 100, false],
    [21, 100, true],
    [1, 4, true],
    [0, 0, false],
  ])('F114 %d vital posts of %d open: a reason is asked: %s', (vital, open, asked) => {
    expect(asksReasonForVital(vital, open)).toBe(asked);
  });
});
