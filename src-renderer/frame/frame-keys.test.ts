import { describe, expect, it } from 'vitest';
import { frameKey } from './frame-keys.ts';

/** There is no page here: nobody writes in any field. */
Object.assign(globalThis, { HTMLElement: class {} });

const press = (key: string, code = '', held: object = {}) =>
  frameKey({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target: null, ...held });
const ctrl = { ctrlKey: true };

describe('the keys of every window', () => {
  it.each([
    ['k', '', ctrl, { does: 'show', part: 'palette' }],
    ['K', '', { metaKey: true }, { does: 'show', part: 'palette' }],
    ['j', '', ctrl, { does: 'show', part: 'windows' }],
    ['m', '', ctrl, { does: 'show', part: 'notices' }],
    ['l', '', ctrl, { does: 'show', part: 'log' }],
    ['?', '', { shiftKey: true }, { does: 'show', part: 'help' }],
    ['F1', 'F1', {}, { does: 'show', part: 'help' }],
    ['g', '', {}, { does: 'pin' }],
    ['T', '', { ...ctrl, shiftKey: true }, { does: 'reopen' }],
    // On a French keyboard the digit needs Shift: its place on the keyboard counts.
    ['&', 'Digit1', ctrl, { does: 'focus', place: 1 }],
    ['é', 'Digit2', { ...ctrl, altKey: true }, { does: 'apply', place: 2 }],
    ['z', '', ctrl, null],
    ['1', 'Digit1', {}, null],
    ['a', '', {}, null],
  ])('%s %s %j', (key, code, held, expected) => {
    expect(press(key, code, held)).toEqual(expected);
  });
});
