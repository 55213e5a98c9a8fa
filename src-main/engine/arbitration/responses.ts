/** Response and fatigue of people, from the proposals known here (contract/domain/solicitation.ts). */
import type { ResponseView } from '../../../contract/app/arbitration-contract.ts';
import type { ProposalOrigin, ProposalState } from '../../../contract/domain/proposal.ts';
import type { Answer, Response, SolicitingProposal } from '../../../contract/domain/solicitation.ts';
import { ANSWERS, responseOf, responseSentence } from '../../../contract/domain/solicitation.ts';
import type { SolicitationRow } from '../../store/queries/solicitation-rows.ts';
import { readSolicitations } from '../../store/queries/solicitation-rows.ts';
import type { Store } from '../../store/store.ts';
import type { Fatigue } from './frozen-people.ts';

export function solicitingProposal(row: SolicitationRow): SolicitingProposal {
  return {
    missionId: row.missionId,
    origin: row.origin as ProposalOrigin,
    state: row.state as ProposalState,
    proposedAt: Date.parse(row.proposedAt),
    contactedAt: row.contactedAt === null ? null : Date.parse(row.contactedAt),
    reason: row.reason,
    isUnheard: row.mailState === 'cancelled',
  };
}

function byPerson(rows: readonly SolicitationRow[], now: number): ReadonlyMap<string, Response> {
  const people = Map.groupBy(rows, ({ candidateId }) => candidateId);
  return new Map([...people].map(([id, own]) => [id, responseOf(own.map(solicitingProposal), now)]));
}

/** Everybody who was ever solicited. @param now milliseconds since 1970 */
export function readFatigue(store: Store, now: number): Fatigue {
  const people = byPerson(readSolicitations(store), now);
  return new Map(
    [...people]
      .filter(([, { solicitations }]) => solicitations > 0)
      .map(([id, { lastSevenDays }]) => [id, { recent: lastSevenDays }]),
  );
}

function viewOf(response: Response): ResponseView {
  const { solicitations, lastSevenDays, answers, lastAt } = response;
  return {
    solicitations,
    lastSevenDays,
    accepted: answers.accepted,
    refusedByThem: answers['refused-by-them'],
    refusedByOthers: answers['refused-by-others'],
    withoutAnswer: answers['without-answer'],
    waiting: answers.waiting,
    lastAt: lastAt === null ? null : new Date(lastAt).toISOString(),
    label: responseSentence(response),
  };
}

/** For a candidate's sheet. */
export function responseOfCandidate(store: Store, candidateId: string, now: number): ResponseView {
  return viewOf(responseOf(readSolicitations(store, candidateId).map(solicitingProposal), now));
}

function sumOf(responses: readonly Response[]): Response {
  const add = (answer: Answer) => responses.reduce((sum, { answers }) => sum + answers[answer], 0);
  const last = responses.reduce((latest, { lastAt }) => Math.max(latest, lastAt ?? 0), 0);
  return {
    solicitations: responses.reduce((sum, { solicitations }) => sum + solicitations, 0),
    lastSevenDays: responses.reduce((sum, { lastSevenDays }) => sum + lastSevenDays, 0),
    answers: Object.fromEntries(ANSWERS.map((answer) => [answer, add(answer)])) as Response['answers'],
    lastAt: last === 0 ? null : last,
  };
}

/** Profession by profession, of the people whom `isAsked` keeps; professions without a solicitation are left out. */
export function responsesByProfession(
  store: Store,
  now: number,
  isAsked: (candidateId: string) => boolean,
): (ResponseView & { profession: string; people: number })[] {
  const rows = readSolicitations(store).filter(({ candidateId }) => isAsked(candidateId));
  return [...Map.groupBy(rows, ({ profession }) => profession)]
    .map(([profession, own]) => {
      const people = [...byPerson(own, now).values()];
      return { profession, people: people.length, ...viewOf(sumOf(people)) };
    })
    .sort((left, right) => right.solicitations - left.solicitations || (left.profession < right.profession ? -1 : 1));
}
