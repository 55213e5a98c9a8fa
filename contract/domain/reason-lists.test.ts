import { describe, expect, it } from 'vitest';
import { CLOSING_REASON_LABELS, CLOSING_REASONS, MISSION_STATE_LABELS, MISSION_STATES } from './mission.ts';
import { acceptsOtherRegions, MOBILISATION_LABELS, MOBILISATIONS } from './mobilisation.ts';
import {
  EARLY_END_REASON_LABELS,
  EARLY_END_REASONS,
  REFUSAL_REASON_LABELS,
  REFUSAL_REASONS,
  RELEASE_REASON_LABELS,
  RELEASE_REASONS,
} from './proposal-reason.ts';
import { isRevealReason, REVEAL_REASON_LABELS, REVEAL_REASONS } from './reveal-reason.ts';

const LISTS: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>])[] = [
  ['closing', CLOSING_REASONS, CLOSING_REASON_LABELS],
  ['mission states', MISSION_STATES, MISSION_STATE_LABELS],
  ['mobilisation', MOBILISATIONS, MOBILISATION_LABELS],
  ['refusal', REFUSAL_REASONS, REFUSAL_REASON_LABELS],
  ['release', RELEASE_REASONS, RELEASE_REASON_LABELS],
  ['early end', EARLY_END_REASONS, EARLY_END_REASON_LABELS],
  ['reveal', REVEAL_REASONS, REVEAL_REASON_LABELS],
];

describe('closed lists of reasons', () => {
  it.each(LISTS)('%s: one distinct French label each', (_title, codes, labels) => {
    expect(new Set(codes.map((code) => labels[code])).size).toBe(codes.length);
    expect(codes.every((code) => (labels[code] ?? '').length > 2)).toBe(true);
  });

  it('a look at contact details has five reasons (DOMAIN §4.10)', () => {
    expect(REVEAL_REASONS).toHaveLength(5);
    expect(isRevealReason('offer-the-mission')).toBe(true);
    expect(isRevealReason('curiosity')).toBe(false);
  });

  it('F70 the three levels read as on screen, and only Nationale leaves the region', () => {
    expect(MOBILISATIONS.map((level) => MOBILISATION_LABELS[level])).toEqual(['Locale', 'Départementale', 'Nationale']);
    expect(MOBILISATIONS.filter(acceptsOtherRegions)).toEqual(['national']);
  });
});
