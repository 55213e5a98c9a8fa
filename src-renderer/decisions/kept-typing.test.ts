import { describe, expect, it } from 'vitest';
import { draftOf } from './decision-draft.ts';
import { createKeptTyping } from './kept-typing.ts';

const on = (...ids: string[]) => ({ type: 'ids' as const, ids });
const draft = draftOf('alert', { event: 'answer' });
const typing = { fields: { event: 'answer', text: 'Nous cherchons.' }, reason: '' };

describe('what was typed into a dialog that was closed', () => {
  it('comes back in the same dialog on the same rows, and nowhere else', () => {
    const kept = createKeptTyping();
    kept.keep(draft, on('m-1'), typing);
    expect(kept.of(draft, on('m-1'))).toEqual(typing);
    expect(kept.of(draft, on('m-2'))).toBeNull();
    expect(kept.of(draftOf('alert', { event: 'decline' }), on('m-1'))).toBeNull();
  });

  it('is forgotten once decided, and when everything was taken out again', () => {
    const kept = createKeptTyping();
    kept.keep(draft, on('m-1'), typing);
    kept.keep(draft, on('m-1'), { fields: draft.fields, reason: '  ' });
    expect(kept.of(draft, on('m-1'))).toBeNull();
    kept.keep(draft, on('m-1'), { ...typing, reason: 'Parce que' });
    kept.forget(draft, on('m-1'));
    expect(kept.of(draft, on('m-1'))).toBeNull();
  });

  it('holds the last twenty', () => {
    const kept = createKeptTyping();
    for (let place = 0; place < 25; place += 1) kept.keep(draft, on(`m-${place}`), typing);
    expect([kept.of(draft, on('m-4')), kept.of(draft, on('m-5'))]).toEqual([null, typing]);
  });
});
