import { describe, expect, it } from 'vitest';
import { createHandles } from './handles.ts';

function handlesAt(time: { now: number }) {
  const made = { count: 0 };
  return createHandles(
    () => time.now,
    () => {
      made.count += 1;
      return `h-${made.count}`;
    },
  );
}

describe('sets that only the engine knows', () => {
  it('keep the ids that were found, and the revision at which they were', () => {
    const handles = handlesAt({ now: 0 });
    const set = handles.keep('mission', ['m-1', 'm-2'], 7);
    expect(set).toEqual({ type: 'handle', handle: 'mission:h-1', count: 2 });
    expect(handles.resolve(set)).toEqual(['m-1', 'm-2']);
    expect(handles.revisionOf('mission:h-1')).toBe(7);
    expect(handles.resolve({ type: 'ids', ids: ['m-9'] })).toEqual(['m-9']);
  });

  it('are forgotten after a time, and the oldest when there are many', () => {
    const time = { now: 0 };
    const handles = handlesAt(time);
    const first = handles.keep('candidate', ['c-1'], 1);
    for (let index = 0; index < 64; index += 1) handles.keep('candidate', [], 1);
    expect(handles.resolve(first)).toBeNull();
    const last = handles.keep('candidate', ['c-2'], 1);
    time.now = 3 * 3_600_000;
    expect(handles.resolve(last)).toBeNull();
    expect(handles.revisionOf('candidate:h-66')).toBeNull();
  });
});
