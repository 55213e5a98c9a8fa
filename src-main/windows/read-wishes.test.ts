import { describe, expect, it } from 'vitest';
import { readWishes } from './read-wishes.ts';

/** Like the one of Node: whatever more it is given, it joins. */
const absolute = (...paths: readonly string[]) => ['/ici', ...paths].join('/');

describe('readWishes', () => {
  it('S34 parts addresses of ours from files, and changes no address', () => {
    expect(readWishes(['renfortrh://mission/m-1', 'nuit.renfort', 'renfortrh://board'], absolute)).toEqual({
      links: ['renfortrh://mission/m-1', 'renfortrh://board'],
      files: ['/ici/nuit.renfort'],
    });
    expect(readWishes([], absolute)).toEqual({ links: [], files: [] });
  });

  it.each(['renfortrh://mission/m-1?decide=1', 'renfortrh:mission/1', 'RENFORTRH://missions', 'renfortrh://mission'])(
    'S34 says in French that %s is no address of ours',
    (address) => {
      expect(() => readWishes([address], absolute)).toThrow(/n’est pas une adresse du poste/);
    },
  );
});
