import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import type { SnapshotManifest } from '../../contract/national/feed.ts';
import { SNAPSHOT_SCHEMA_HASH } from './schema-hash.ts';
import { verifySnapshot } from './verify-snapshot.ts';

it('S20 S21 finds each fault by its name, and no mutant of a valid snapshot passes', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const stranger = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const content = new Uint8Array(Buffer.from('some compressed bytes'));
  const manifest: SnapshotManifest = {
    format: 'renfort-first-snapshot-1',
    schemaHash: SNAPSHOT_SCHEMA_HASH,
    agency: 6,
    after: 12,
    scopeVersion: 0,
    rows: { mission: 1 },
    compressedBytes: content.byteLength,
    bytes: 4096,
    sha256: 'b0a15e9e41d5d5c1c4bf5bb49cf1a4a6a1f1e7b0a15e9e41d5d5c1c4bf5bb49c',
    keyId: '',
    issuedAt: '2020-11-15T08:00:00.000Z',
    expiresAt: '2020-11-17T08:00:00.000Z',
  };
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const keyId = digest(publicKey.export({ type: 'spki', format: 'der' }));
  const signed = { ...manifest, keyId, sha256: digest(content) };
  const signatureOf = (value: SnapshotManifest, key = privateKey) =>
    sign(null, Buffer.from(canonicalJson(value)), key).toString('base64');
  const valid = {
    manifest: signed,
    signature: signatureOf(signed),
    publicKeys: [pem],
    content,
    schemaHash: SNAPSHOT_SCHEMA_HASH,
    now: Date.parse('2020-11-15T09:00:00.000Z'),
  };
  const faultOf = (patch: object) => {
    const judgement = verifySnapshot({ ...valid, ...patch });
    return judgement.ok ? 'valid' : judgement.fault;
  };
  const resigned = (patch: Partial<SnapshotManifest>) => {
    const changed = { ...signed, ...patch };
    return { manifest: changed, signature: signatureOf(changed) };
  };
  expect(faultOf({})).toBe('valid');
  expect(faultOf({ content: undefined })).toBe('valid');
  expect(faultOf({ manifest: { ...signed, surprise: 1 } })).toBe('malformed');
  expect(faultOf({ manifest: null })).toBe('malformed');
  expect(faultOf({ publicKeys: [] })).toBe('unknown-key');
  expect(faultOf({ publicKeys: [stranger.publicKey.export({ type: 'spki', format: 'pem' }).toString()] })).toBe(
    'unknown-key',
  );
  expect(faultOf({ signature: signatureOf(signed, stranger.privateKey) })).toBe('bad-signature');
  expect(faultOf({ signature: '' })).toBe('bad-signature');
  expect(faultOf({ manifest: { ...signed, after: 13 } })).toBe('bad-signature');
  expect(faultOf({ now: Date.parse('2020-11-15T07:00:00.000Z') })).toBe('not-yet-valid');
  expect(faultOf({ now: Date.parse('2020-11-18T08:00:00.000Z') })).toBe('expired');
  expect(faultOf(resigned({ expiresAt: 'never' }))).toBe('expired');
  expect(faultOf(resigned({ schemaHash: 'other' }))).toBe('other-schema');
  expect(faultOf({ content: content.subarray(1) })).toBe('truncated');
  fc.assert(
    fc.property(fc.nat({ max: content.byteLength - 1 }), fc.integer({ min: 1, max: 255 }), (index, flip) => {
      const mutant = Uint8Array.from(content);
      mutant[index] = (mutant[index] ?? 0) ^ flip;
      expect(faultOf({ content: mutant })).toBe('altered');
    }),
  );
  const text = JSON.stringify({ manifest: signed, signature: valid.signature });
  fc.assert(
    fc.property(fc.nat({ max: text.length - 1 }), fc.constantFrom(...'0123456789abcdef"}'), (index, letter) => {
      const mutant = `${text.slice(0, index)}${letter}${text.slice(index + 1)}`;
      fc.pre(mutant !== text);
      let read: { manifest?: unknown; signature?: unknown };
      try {
        read = JSON.parse(mutant) as typeof read;
      } catch {
        read = {};
      }
      const judged = faultOf({ manifest: read.manifest, signature: String(read.signature) });
      // Base64 leaves unused bits in its last letter: the same signature may be written in several ways.
      const sameProof =
        canonicalJson(read.manifest ?? null) === canonicalJson(signed) &&
        Buffer.from(String(read.signature), 'base64').equals(Buffer.from(valid.signature, 'base64'));
      expect(judged === 'valid').toBe(sameProof);
    }),
    { numRuns: 1000 },
  );
});
