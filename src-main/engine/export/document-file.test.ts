import { describe, expect, it } from 'vitest';
import { documentFile } from './document-file.ts';

const PDF = Buffer.from('%PDF-1.7 …').toString('base64');
const PNG = Buffer.from('89504e470d0a1a0a00', 'hex').toString('base64');
const of = (mediaType: string, content: string) => ({
  ...{ candidateId: 'c-1', kind: 'identity', fileName: '../../Alix Exemple.exe', mediaType, content },
});

describe('F74 a volunteer’s document as a file', () => {
  it('is named by its kind and the person’s number, never by a name that came from outside', () => {
    expect(documentFile(of('application/pdf', PDF), 6552).name).toBe('piece-d-identite-6552.pdf');
    expect(documentFile({ ...of('image/png', PNG), kind: 'diploma' }, null).name).toBe('diplome-professionnel.png');
    expect(Buffer.concat([...documentFile(of('application/pdf', PDF), 1).parts]).toString('base64')).toBe(PDF);
  });

  it.each([
    ['another kind than it says', 'application/pdf', PNG],
    ['a kind that nobody takes', 'text/html', Buffer.from('<script>').toString('base64')],
    ['not base64', 'application/pdf', '%PDF-'],
    ['empty', 'image/png', ''],
    ['too large', 'application/pdf', Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(5_242_880)]).toString('base64')],
  ])('is refused when it is %s', (_, mediaType, content) => {
    expect(() => documentFile(of(mediaType, content), 1)).toThrow('n’est pas un PDF');
  });
});
