/** A volunteer deposits an identity piece or a diploma (F66, F74): sniffed, bounded, one of each kind. */
import type { DocumentKind } from '../../contract/national/forms/candidate-form.ts';
import { DOCUMENT_MOST_BYTES } from '../../contract/national/forms/candidate-form.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { FormRefusal } from '../accounts/form-refusal.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { Ground } from '../kernel/ground.ts';
import { seal } from '../kernel/seal.ts';
import { UnitOfWork } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import { sniffMediaType } from './sniff-media-type.ts';

export interface Deposit {
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly content: Uint8Array;
}

const MOST_NAME_CHARACTERS = 120;

/** A name that can be shown and saved anywhere: no path, no control character, no leading dot. */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[^\p{L}\p{N} ._()-]+/gu, '_').replace(/^[. ]+/, '');
  return clean.slice(-MOST_NAME_CHARACTERS) || 'piece';
}

/**
 * @throws FormRefusal 'document-refused', CommandRefusal when the record is not the actor's
 * @returns the id of the piece, which replaces the former one of its kind
 */
export async function depositDocument(
  ground: Ground,
  actor: Principal,
  candidateId: string,
  { kind, fileName, content }: Deposit,
): Promise<{ documentId: string }> {
  requireRight(actor, 'change-own-record', { agency: null, candidateId });
  if (content.length > DOCUMENT_MOST_BYTES) {
    throw new FormRefusal('document-refused', 'Ce fichier dépasse 5 Mo.');
  }
  const mediaType = sniffMediaType(content);
  if (mediaType === null) {
    throw new FormRefusal('document-refused', "Ce fichier n'est ni un PDF, ni une image JPEG ou PNG.");
  }
  return ground.database.transaction(async (writer) => {
    await ground.database.lockSubjects(writer, [`candidate:${candidateId}`]);
    const work = new UnitOfWork(writer, ground);
    const row = await work.get('candidate', candidateId);
    if (row === null) throw new CommandRefusal('unknown-candidate', "Cette personne n'existe pas.");
    await writer
      .deleteFrom('candidateDocument')
      .where('candidateId', '=', candidateId)
      .where('kind', '=', kind)
      .execute();
    const id = ground.makeId();
    await writer
      .insertInto('candidateDocument')
      .values({
        id,
        candidateId,
        kind,
        fileName: safeFileName(fileName),
        mediaType,
        content: Buffer.from(content).toString('base64'),
      })
      .execute();
    const column = kind === 'identity' ? 'identityDocument' : 'diploma';
    if (row[column] === 0) await work.update('candidate', row, { [column]: 1 });
    work.journal({
      actor,
      commandId: null,
      kind: 'candidate.deposit-document',
      subjectKind: 'candidate',
      subjectId: candidateId,
      subjectAgency: row.agency,
      origin: 'single',
      batchId: null,
      decidedAt: null,
      reason: null,
      before: null,
      after: { document: kind, mediaType, bytes: content.length },
    });
    await seal(work);
    return { documentId: id };
  });
}
