/**
 * Shows one person's contact details or one document: right and scope, reason, quota, then a line in the chain of
 * looks, committed before anything is shown (TRUST S61, D5). A refusal leaves a line too.
 *
 * ```
 * look ─▶ [ find ─ right ─ quota ─ line "shown" ] commit ─▶ answer
 *               └── refused ─▶ [ line "refused:code" ] commit ─▶ problem
 * ```
 */
import type { Principal } from '../../contract/national/principal.ts';
import type { RevealedContact, RevealedDocument, RevealRequest } from '../../contract/national/views/reveal-views.ts';
import type { Look } from '../journal/read-chain.ts';
import { appendLook } from '../journal/read-chain.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { Ground } from '../kernel/ground.ts';
import { UnitOfWork } from '../kernel/unit-of-work.ts';
import { findCandidate, findMission } from '../rules/find-subject.ts';
import { requirePeopleQuota } from './people-quota.ts';
import type { RevealRight } from './require-reveal.ts';
import { requireReveal } from './require-reveal.ts';
import { requiresMission } from './requires-mission.ts';

/** What a reveal needs of the service that runs it. */
export interface RevealGround {
  readonly ground: Ground;
  /** Name of this process: its chain of looks. */
  readonly instance: string;
  readonly peoplePerDay: number;
}

async function look<Shown>(
  { ground, instance, peoplePerDay }: RevealGround,
  actor: Principal,
  right: RevealRight,
  candidateId: string,
  request: RevealRequest,
  show: (work: UnitOfWork) => Promise<Shown>,
): Promise<Shown> {
  const line: Omit<Look, 'result'> = {
    what: right === 'reveal-contact' ? 'contact' : 'document',
    subjectId: candidateId,
    missionId: request.missionId,
    reason: request.reason,
  };
  try {
    return await ground.database.transaction(async (writer) => {
      const work = new UnitOfWork(writer, ground);
      if (request.missionId === null && requiresMission(request.reason)) {
        throw new CommandRefusal('reveal-needs-mission', 'Ce motif demande de nommer la mission concernée.');
      }
      const candidate = await findCandidate(work, candidateId);
      const mission = request.missionId === null ? null : await findMission(work, request.missionId);
      await requireReveal(work, actor, right, { candidate, mission });
      await requirePeopleQuota(work, actor, candidateId, peoplePerDay);
      const shown = await show(work);
      await appendLook(ground, writer, instance, actor, { ...line, result: 'shown' });
      return shown;
    });
  } catch (error) {
    if (error instanceof CommandRefusal) {
      const result = `refused:${error.code}`;
      await ground.database.transaction((writer) => appendLook(ground, writer, instance, actor, { ...line, result }));
    }
    throw error;
  }
}

/** @throws CommandRefusal — 'unknown-contact' when the person left none */
export function revealContact(
  reveal: RevealGround,
  actor: Principal,
  candidateId: string,
  request: RevealRequest,
): Promise<RevealedContact> {
  return look(reveal, actor, 'reveal-contact', candidateId, request, async ({ writer }) => {
    const contact = await writer
      .selectFrom('candidateContact')
      .selectAll()
      .where('candidateId', '=', candidateId)
      .executeTakeFirst();
    if (!contact) throw new CommandRefusal('unknown-contact', 'Cette personne n’a pas laissé de coordonnées.');
    return contact;
  });
}

/** @throws CommandRefusal — 'unknown-document' when there is none of that kind */
export function revealDocument(
  reveal: RevealGround,
  actor: Principal,
  candidateId: string,
  kind: string,
  request: RevealRequest,
): Promise<RevealedDocument> {
  return look(reveal, actor, 'read-documents', candidateId, request, async ({ writer }) => {
    const document = await writer
      .selectFrom('candidateDocument')
      .select(['candidateId', 'kind', 'fileName', 'mediaType', 'content'])
      .where('candidateId', '=', candidateId)
      .where('kind', '=', kind)
      .orderBy('id', 'desc')
      .executeTakeFirst();
    if (!document) throw new CommandRefusal('unknown-document', 'Aucune pièce de cette sorte n’a été déposée.');
    return document;
  });
}
