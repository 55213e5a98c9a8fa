import { expect, it } from 'vitest';
import { SILENT_SHARE, temperOf } from './temper.ts';

it('answers the same for ever, and differs by seed, question and subject', () => {
  expect(temperOf(1, 'silent', 'a')).toBe(temperOf(1, 'silent', 'a'));
  const others = [temperOf(2, 'silent', 'a'), temperOf(1, 'ignored', 'a'), temperOf(1, 'silent', 'b')];
  expect(new Set([temperOf(1, 'silent', 'a'), ...others]).size).toBe(4);
});

it('leaves the published share of contacts without an answer', () => {
  let silent = 0;
  for (let subject = 0; subject < 20_000; subject += 1) {
    const temper = temperOf(1, 'silent', `01754eb8-a062-7096-${subject}`);
    expect(temper >= 0 && temper < 1).toBe(true);
    if (temper < SILENT_SHARE) silent += 1;
  }
  expect(silent / 20_000).toBeCloseTo(SILENT_SHARE, 1);
});
