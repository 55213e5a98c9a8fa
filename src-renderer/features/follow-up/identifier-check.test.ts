import { describe, expect, it } from 'vitest';
import { identifierCheck } from './identifier-check.ts';

describe('identifierCheck', () => {
  it.each([
    ['rpps', '10003461030', 'doubtful'],
    ['rpps', '1000346103', 'wrong'],
    ['adeli', '549312345', 'shape'],
    ['adeli', '54931234', 'wrong'],
    ['none', null, 'none'],
    ['rpps', null, 'none'],
    ['rpps', ' ', 'none'],
    ['siret', '123', 'none'],
  ])('F76 F77 a number of kind %s written %s is %s', (kind, identifier, expected) => {
    expect(identifierCheck(kind, identifier)).toBe(expected);
  });

  it('F77 finds sound exactly the RPPS numbers whose key fits: one last digit of ten', () => {
    const checks = Array.from({ length: 10 }, (_, key) => identifierCheck('rpps', `1000346103${key}`));
    expect(checks.filter((check) => check === 'sound')).toHaveLength(1);
    expect(checks.filter((check) => check === 'doubtful')).toHaveLength(9);
  });
});
