import { describe, expect, it } from 'vitest';
import { isQuiet, localTime } from './quiet-hours.ts';

describe('quiet hours', () => {
  it.each([
    [null, '03:00', false],
    [{ from: '22:00', to: '07:00' }, '03:15', true],
    [{ from: '22:00', to: '07:00' }, '22:00', true],
    [{ from: '22:00', to: '07:00' }, '07:00', false],
    [{ from: '22:00', to: '07:00' }, '12:00', false],
    [{ from: '12:00', to: '13:30' }, '13:29', true],
    [{ from: '12:00', to: '13:30' }, '13:30', false],
    [{ from: '08:00', to: '08:00' }, '08:00', false],
  ])('%j at %s: %s', (hours, time, expected) => {
    expect(isQuiet(hours, time)).toBe(expected);
  });

  it('are read on the local clock', () => {
    expect(localTime(new Date(2021, 2, 15, 7, 5))).toBe('07:05');
  });
});
