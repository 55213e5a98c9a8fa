import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src-main/snapshots/format/block.ts';
import { openSnapshot } from '../../src-main/snapshots/format/open-snapshot.ts';
import type { ReadOptions } from '../../src-main/snapshots/format/read-container.ts';
import { NO_KEYS } from '../../src-main/snapshots/format/unseal.ts';
import type { Row } from './sample-snapshot.ts';
import { COLUMNS, containerOf, NOW, sampleRows, sealed, streamOf, TEST_WORK, TRUST } from './sample-snapshot.ts';

const OPTIONS: ReadOptions = { trust: TRUST, now: NOW, expiredOpens: false };

async function rowsIn(bytes: Uint8Array, keys = NO_KEYS, size?: number): Promise<Row[]> {
  const rows: Record<string, Value>[] = [];
  await openSnapshot(streamOf(bytes, size), keys, {
    ...OPTIONS,
    onBlock(part, block) {
      for (let index = 0; index < (block[0]?.length ?? 0); index += 1)
        rows.push(Object.fromEntries(part.columns.map(({ name }, at) => [name, block[at]?.[index] ?? null])));
    },
  });
  return rows;
}

const anyRow: fc.Arbitrary<Row> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
  profession: fc.option(fc.string({ maxLength: 40, unit: 'binary' })),
  headcount: fc.maxSafeInteger(),
  latitude: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value))),
  ehpad: fc.constantFrom(0, 1),
});

describe('a snapshot', () => {
  it('D8 gives back exactly the rows that were written, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 40 }), fc.integer({ min: 1, max: 400 }), async (rows, size) => {
        expect(await rowsIn(await containerOf(rows), NO_KEYS, size)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
    expect(COLUMNS).toHaveLength(5);
  });

  it('holds several blocks in order', async () => {
    const rows = sampleRows(4_321);
    expect(await rowsIn(await containerOf(rows))).toEqual(rows);
  });

  it('opens under its passphrase, and by any of its recipients on another machine', async () => {
    const rows = sampleRows(20);
    const container = await containerOf(rows);
    const underWords = await sealed(container, {
      type: 'passphrase',
      passphrase: 'quatre mots au hasard',
      logN: TEST_WORK,
    });
    expect(await rowsIn(underWords, { identities: [], passphrase: 'quatre mots au hasard' })).toEqual(rows);
    const [one, other] = [await generateX25519Identity(), await generateX25519Identity()];
    const recipients = [await identityToRecipient(one), await identityToRecipient(other)];
    const forTwo = await sealed(container, { type: 'recipients', recipients });
    for (const identity of [one, other])
      expect(await rowsIn(forTwo, { identities: [identity], passphrase: null })).toEqual(rows);
  });
});
