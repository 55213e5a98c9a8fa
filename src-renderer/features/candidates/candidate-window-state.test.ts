import { describe, expect, it } from 'vitest';
import { firstState } from '../../tables/first-state.ts';
import { missionOf, readCandidateWindowState } from './candidate-window-state.ts';

const FIRST = firstState([], []);

describe('readCandidateWindowState', () => {
  it('comes back as it was kept', () => {
    const state = { table: { ...FIRST, search: 'nan', limit: 200 }, pinned: 'm-1', exploring: true, map: true };
    expect(readCandidateWindowState(JSON.stringify(state), FIRST)).toEqual(state);
  });

  it.each([null, '', '{', '7', '{"pinned":7,"exploring":"yes","table":3}'])('starts anew from %j', (kept) => {
    expect(readCandidateWindowState(kept, FIRST)).toEqual({
      table: FIRST,
      ...{ pinned: null, exploring: false, map: false },
    });
  });
});

describe('missionOf', () => {
  it.each([
    [{ pinned: null, exploring: false }, 'm-2', 'm-2'],
    [{ pinned: 'm-1', exploring: false }, 'm-2', 'm-1'],
    [{ pinned: 'm-1', exploring: true }, 'm-2', null],
    [{ pinned: null, exploring: false }, null, null],
  ])('D12 %j while %j is chosen elsewhere → %j', (state, followed, mission) => {
    expect(missionOf(state, followed)).toBe(mission);
  });
});
