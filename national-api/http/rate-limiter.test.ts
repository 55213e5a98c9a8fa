import { describe, expect, it } from 'vitest';
import { createRateLimiter } from './rate-limiter.ts';

describe('the rate limiter', () => {
  it('S45 grants a burst up to the limit, then the steady pace, each key apart', () => {
    let now = 0;
    const limiter = createRateLimiter(() => now, 60, 60_000);
    const burst = Array.from({ length: 60 }, () => limiter.take('a'));
    expect(burst.every((wait) => wait === 0)).toBe(true);
    expect(limiter.take('a')).toBe(1);
    expect(limiter.take('b')).toBe(0);
    now += 1000;
    expect(limiter.take('a')).toBe(0);
    expect(limiter.take('a')).toBe(1);
    now += 3_600_000;
    expect(limiter.take('a', 60)).toBe(0);
  });

  it('says how long to wait for a large cost, and never grants more than the limit in a window', () => {
    let now = 0;
    const limiter = createRateLimiter(() => now, 100, 10_000);
    expect(limiter.take('a', 100)).toBe(0);
    const wait = limiter.take('a', 50);
    expect(wait).toBe(5);
    now += wait * 1000;
    expect(limiter.take('a', 50)).toBe(0);
    expect(limiter.take('a', 101)).toBeGreaterThan(0);
  });

  it('does not lend time when the clock goes back', () => {
    let now = 100_000;
    const limiter = createRateLimiter(() => now, 1, 1000);
    expect(limiter.take('a')).toBe(0);
    now -= 50_000;
    expect(limiter.take('a')).toBe(1);
  });
});
