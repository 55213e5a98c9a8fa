/** The contract changes only with its version (ARCHITECTURE §3): its hash is locked beside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CONTRACT_VERSION } from '../../contract/national/version.ts';
import { contractHash } from './contract-hash.ts';

const lockSchema = z.strictObject({ version: z.string(), sha256: z.string() });
const LOCK = join(import.meta.dirname, 'national-contract.lock.json');

describe('the national contract', () => {
  it('is the one that was locked with this version', async () => {
    const lock = lockSchema.parse(JSON.parse(readFileSync(LOCK, 'utf8')));
    const now = { version: CONTRACT_VERSION, sha256: await contractHash() };
    expect(
      now,
      'The contract changed: raise CONTRACT_VERSION (contract/national/version.ts), then write both into tests/contract/national-contract.lock.json',
    ).toEqual(lock);
  });
});
