import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFeatureList } from '../../scripts/features/feature-list.ts';

const root = resolve(import.meta.dirname, '../..');

describe('the list of numbered features', () => {
  it('holds every number from 1 to 180 of the documents and from 1 to 15 of ours, once and in order', () => {
    const numbers = (letter: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
    expect(readFeatureList(root).map(({ id }) => id)).toEqual([...numbers('F', 180), ...numbers('D', 15)]);
  });

  it('says each feature in a sentence of its own', () => {
    const titles = readFeatureList(root).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
