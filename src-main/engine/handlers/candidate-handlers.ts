import { implement } from '@orpc/server';
import { engineContract } from '../../../contract/app/desk-contract.ts';
import { documentContract } from '../../../contract/app/document-contract.ts';
import type { TableQuery } from '../../../contract/app/table-query.ts';
import type { RevealReason } from '../../../contract/domain/reveal-reason.ts';
import { isRevealReason } from '../../../contract/domain/reveal-reason.ts';
import type { NationalClient } from '../../national/national-client.ts';
import { failure } from '../../rpc/failure.ts';
import type { EngineContext } from '../engine-context.ts';
import { documentFile } from '../export/document-file.ts';
import type { OpenDesk } from '../open-desk.ts';
import { missionSupply } from '../queries/mission-supply.ts';
import { RankedCandidates } from '../queries/ranked-candidates.ts';
import { answerFacet, answerIds, answerPage } from '../queries/table-answers.ts';
import { CANDIDATE_ROW_NAMES } from '../rows/make-images.ts';
import { candidateSheet } from '../sheets/candidate-sheet.ts';
import { requireDesk } from './require-desk.ts';

/** The desk, once its people were read, with everything that changed since. */
async function readyDesk(context: EngineContext): Promise<OpenDesk> {
  const desk = requireDesk(context);
  await desk.image.loaded('mission');
  await desk.image.loaded('candidate');
  desk.image.flush();
  return desk;
}

function termsOf({ image }: OpenDesk, missionId: string) {
  const row = image.missions.rows.get(missionId);
  if (row === undefined) throw failure('not-found');
  return image.missions.terms(row, image.candidates, image.now);
}

const ranked = (desk: OpenDesk, missionId: string): RankedCandidates =>
  new RankedCandidates(termsOf(desk, missionId), desk.image.candidates);

function page(desk: OpenDesk, missionId: string | null, query: TableQuery) {
  if (missionId !== null) return ranked(desk, missionId).page(query);
  return answerPage(desk.image.candidates.image, CANDIDATE_ROW_NAMES, query);
}

async function revealContact(desk: OpenDesk, id: string, missionId: string | null, reason: string) {
  const request = { reason: requireReason(reason), missionId };
  const signal = AbortSignal.timeout(REVEAL_MILLISECONDS);
  const { email, phone, message } = await requireClient(desk).revealContact(id, request, signal);
  return { email, phone, message };
}

function requireClient(desk: OpenDesk): NationalClient {
  const client = desk.client();
  if (client === null) throw failure('signed-out');
  return client;
}

function requireReason(reason: string): RevealReason {
  if (isRevealReason(reason)) return reason;
  throw failure('not-allowed', { message: 'Ce motif de consultation n’est pas dans la liste.' });
}

/** How long one look at somebody's data may take. */
const REVEAL_MILLISECONDS = 30_000;

export function documentHandlers(context: EngineContext) {
  const documents = implement(documentContract);
  return {
    reveal: documents.reveal.handler(async ({ input: { candidateId, missionId, kind, reason } }) => {
      const desk = requireDesk(context);
      const request = { reason: requireReason(reason), missionId };
      const signal = AbortSignal.timeout(REVEAL_MILLISECONDS);
      const revealed = await requireClient(desk).revealDocument(candidateId, kind, request, signal);
      const { image } = desk.image.candidates;
      const slot = image.slotOf(candidateId);
      const file = documentFile(revealed, slot === undefined ? null : Number(image.column('number').read(slot)));
      const bytes = file.parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
      return { fileId: desk.files.keep(file), fileName: file.name, bytes };
    }),
  };
}

export function candidateHandlers(context: EngineContext) {
  const { candidates } = implement(engineContract);
  return {
    page: candidates.page.handler(async ({ input }) => {
      const desk = await readyDesk(context);
      const { image } = desk;
      const answer = page(desk, input.missionId, input.query);
      return { revision: image.revision, complete: image.isComplete('candidate'), ...answer };
    }),
    facet: candidates.facet.handler(async ({ input: { missionId, ...question } }) => {
      const desk = await readyDesk(context);
      const { image } = desk;
      const values =
        missionId === null ? answerFacet(image.candidates.image, question) : ranked(desk, missionId).facet(question);
      return { revision: image.revision, values };
    }),
    choose: candidates.choose.handler(async ({ input: { missionId, query } }) => {
      const desk = await readyDesk(context);
      const { image, handles } = desk;
      const ids = missionId === null ? answerIds(image.candidates.image, query) : ranked(desk, missionId).ids(query);
      return handles.keep('candidate', ids, image.revision);
    }),
    sheet: candidates.sheet.handler(async ({ input }) => {
      const sheet = candidateSheet(await readyDesk(context), input.id, input.missionId);
      if (sheet === null) throw failure('not-found');
      return sheet;
    }),
    supply: candidates.supply.handler(async ({ input }) => missionSupply(await readyDesk(context), input.missionId)),
    revealContact: candidates.revealContact.handler(async ({ input: { id, missionId, reason } }) =>
      revealContact(requireDesk(context), id, missionId, reason),
    ),
  };
}
