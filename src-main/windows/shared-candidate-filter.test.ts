import { describe, expect, it } from 'vitest';
import { createSharedCandidateFilter } from './shared-candidate-filter.ts';

const filter = (search: string) => ({ filters: [], search });

describe('the filter that the windows of candidates share', () => {
  it('F125 reaches every other window, the newest word only, and never the one that said it', async () => {
    const shared = createSharedCandidateFilter();
    const end = new AbortController();
    const map = shared.follow('map', end.signal);
    const heard = map.next();
    shared.change('table', filter('metz'));
    expect(await heard).toEqual({ done: false, value: filter('metz') });
    shared.change('table', filter('nan'));
    shared.change('table', filter('nancy'));
    expect((await map.next()).value).toEqual(filter('nancy'));
    const next = map.next();
    shared.change('map', filter('toul'));
    shared.change('table', filter('épinal'));
    expect((await next).value).toEqual(filter('épinal'));
    const last = map.next();
    end.abort();
    expect(await last).toEqual({ done: true, value: undefined });
  });

  it('F125 is told to a window that opens later', async () => {
    const shared = createSharedCandidateFilter();
    shared.change('table', filter('metz'));
    expect((await shared.follow('map').next()).value).toEqual(filter('metz'));
  });
});
