import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionOf, draftOf } from './decision-draft.ts';
import { draftErrors, isNeeded } from './draft-errors.ts';

const KINDS = [
  'set-priority',
  'defer',
  'note',
  'assign-regulator',
  'close-mission',
  'reopen-mission',
  'alert',
  'release',
  'end-early',
  'cancel-assignment',
  'switch-crisis-mode',
  'switch-crisis-modes',
  'grant-direct-access',
  'comment-alert',
  'adjust-opening',
  'close-opening',
  'object-to-opening',
  'overrule-objection',
  'agree-to-opening',
  'request-reserve',
  'record-reserve-answer',
  'remind',
  'propose-best',
] as const;
const GROUND = { agency: 6, lines: [{ agency: 6, profession: null }] };
const text = fc.constantFrom('', ' ', 'Vague dans le Grand-Est');
const FIELDS = fc.record(
  {
    event: fc.constantFrom('raise', 'take', 'answer', 'decline', 'lift'),
    reason: text,
    text,
    day: fc.constantFrom('', '2021-04-03', '3/4', '31/04/2021'),
    clear: fc.constantFrom('', 'yes'),
    priority: fc.constantFrom('', 'P1'),
    closing: fc.constantFrom('', 'duplicate'),
    release: fc.constantFrom('', 'blocked-too-long'),
    end: fc.constantFrom('', 'absence'),
    regulator: fc.constantFrom('', ' ', 'r-1'),
    ceiling: fc.constantFrom('', '0', '2,5', '12'),
    headcount: fc.constantFrom('', '-1', '4'),
  },
  { requiredKeys: [] },
);

describe('what a decision still asks', () => {
  it('names a field to mend exactly when there is no decision to preview', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), FIELDS, (kind, fields) => {
        const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
        const draft = { ...draftOf(kind, { establishment: 'e-1', ...known }), ...GROUND };
        expect([kind, known, draftErrors(draft).length > 0]).toEqual([kind, known, decisionOf(draft) === null]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('says what is missing in the order of the fields', () => {
    expect(draftErrors(draftOf('adjust-opening', { ceiling: '0', day: '3/4' })).map(({ field }) => field)).toEqual([
      'ceiling',
      'day',
      'reason',
    ]);
    expect(draftErrors(draftOf('defer', { day: 'bientôt' }))[0]?.message).toMatch(/^Date illisible/);
    expect(isNeeded('close-opening', 'reason')).toBe(true);
    expect(isNeeded('propose', 'reason')).toBe(false);
  });
});
