/** What a deposited file really is, by its first bytes: names and declared types are what the sender says. */
import type { DOCUMENT_MEDIA_TYPES } from '../../contract/national/forms/candidate-form.ts';

type MediaType = (typeof DOCUMENT_MEDIA_TYPES)[number];

const SIGNATURES: readonly { readonly type: MediaType; readonly bytes: readonly number[] }[] = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

/** @returns null when it is none of the accepted kinds */
export function sniffMediaType(content: Uint8Array): MediaType | null {
  return SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => content[index] === byte))?.type ?? null;
}
