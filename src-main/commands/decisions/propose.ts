/** Proposing people to one or several missions (DOMAIN §4.2; F104, F111). */
import { MATCH_WALL_LABELS } from '../../../contract/domain/matching.ts';
import { candidatesById, missionsById } from '../../store/queries/decision-rows.ts';
import type { CandidateViewRow, MissionViewRow } from '../../store/views/view-rows.ts';
import type { DeskContext } from '../desk-context.ts';
import type { DecisionMaker, Draft } from '../draft.ts';
import { changes, invalid } from '../draft.ts';
import type { PairCheck } from '../pair-check.ts';
import { preparePairCheck } from '../pair-check.ts';
import { rightRefusal } from '../rights.ts';
import { candidateLabel, count, GONE_CANDIDATE, GONE_MISSION, missionLabel } from '../words.ts';

/** @param reason given by hand, it takes a refused pair up again */
export function proposePair(
  { person, makeId }: DeskContext,
  reason: string | null,
  check: PairCheck,
  mission: MissionViewRow,
  candidate: CandidateViewRow,
  waiting: number,
): Draft {
  const told = {
    subjectId: candidate.id,
    label: candidateLabel(candidate),
    before: '',
    after: `Proposée : ${missionLabel(mission)}`,
  };
  const { agency, departement } = mission;
  const refusal = rightRefusal(person, 'propose-candidate', { agency, departement });
  if (refusal !== null) return invalid(told, refusal);
  const { walls, openingId } = check.check(mission, candidate, reason !== null, waiting);
  if (walls.length > 0) return invalid(told, ...walls.map((wall) => MATCH_WALL_LABELS[wall]));
  const through = openingId === null ? [] : ['Par une ouverture de vivier.'];
  return changes(
    told,
    {
      kind: 'proposal.create',
      subject: makeId(),
      fact: 'proposal',
      version: 0,
      input: { missionId: mission.id, candidateId: candidate.id, openingId, reason },
      missionId: mission.id,
      candidateId: candidate.id,
      base: { state: null },
    },
    ...through,
  );
}

export const propose: DecisionMaker<'propose'> = {
  kind: 'propose',
  title: ({ missionIds }) => (missionIds.length > 1 ? `Proposer à ${missionIds.length} missions` : 'Proposer'),
  drafts(context, decision, targets) {
    const missions = missionsById(context.store, decision.missionIds);
    const candidates = candidatesById(context.store, targets);
    const check = preparePairCheck(context, targets);
    const drafts: Draft[] = [];
    for (const subjectId of targets) {
      const candidate = candidates.get(subjectId);
      if (candidate === undefined) {
        drafts.push(invalid({ subjectId, label: subjectId }, GONE_CANDIDATE));
        continue;
      }
      let waiting = candidate.openProposals;
      for (const missionId of decision.missionIds) {
        const mission = missions.get(missionId);
        const label = candidateLabel(candidate);
        const draft =
          mission === undefined
            ? invalid({ subjectId, label }, GONE_MISSION)
            : proposePair(context, decision.reason, check, mission, candidate, waiting);
        // Three open proposals a person at most, those of this very decision included (DOMAIN §3).
        if (draft.outcome === 'changes') waiting += 1;
        drafts.push(draft);
      }
    }
    return drafts;
  },
  consequences: (_context, _decision, drafts) => followingMails(drafts),
};

/** Mails and reservations that proposals bring about, in French. */
export function followingMails(drafts: readonly Draft[]): readonly string[] {
  if (drafts.length === 0) return [];
  const people = new Set(drafts.map(({ command }) => command?.candidateId)).size;
  const missions = new Set(drafts.map(({ command }) => command?.missionId)).size;
  return [
    `Dans 2 minutes partiront un courriel à ${count(missions, 'demandeur')} et un à ${count(people, 'personne')}, sauf annulation d'ici là.`,
    `${count(people, 'personne passera', 'personnes passeront')} EN COURS : hors accès direct pour les autres établissements.`,
  ];
}
