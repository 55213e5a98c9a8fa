/** A volunteer's document as a file: what it is, is read from its bytes, and its name holds nobody's. */
import type { RevealedDocument } from '../../../contract/national/views/reveal-views.ts';
import { failure } from '../../rpc/failure.ts';
import type { HeldFile } from './held-files.ts';

const MOST_BYTES = 5 * 1024 * 1024;
/** First bytes of what the service takes (candidate-form.ts). */
const KINDS = [
  { mediaType: 'application/pdf', extension: 'pdf', magic: '255044462d' },
  { mediaType: 'image/jpeg', extension: 'jpg', magic: 'ffd8ff' },
  { mediaType: 'image/png', extension: 'png', magic: '89504e470d0a1a0a' },
] as const;
const NAMES: Readonly<Record<string, string>> = { identity: 'piece-d-identite', diploma: 'diplome' };
/** @throws the failure 'national-refused' when the bytes are not what they are said to be */
export function documentFile({ kind, mediaType, content }: RevealedDocument, number: number | null): HeldFile {
  const bytes = Buffer.from(content, 'base64');
  const isWhole = bytes.toString('base64') === content;
  const known = KINDS.find((one) => one.mediaType === mediaType);
  const isSuch = isWhole && known !== undefined && bytes.subarray(0, 8).toString('hex').startsWith(known.magic);
  if (!isSuch || bytes.byteLength > MOST_BYTES) {
    throw failure('national-refused', {
      message: 'Ce document n’est pas un PDF, un JPEG ou un PNG lisible : il n’a pas été gardé.',
      advice: 'Demandez à la personne de le déposer à nouveau.',
    });
  }
  return { name: `${NAMES[kind] ?? 'document'}-${number ?? 'professionnel'}.${known.extension}`, parts: [bytes] };
}
