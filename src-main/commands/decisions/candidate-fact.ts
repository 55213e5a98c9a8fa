/** Verification and availability of volunteers (DOMAIN §3; F76, F77, F79). */
import type { Right } from '../../../contract/domain/right.ts';
import { readSeenFact } from '../../store/outbox/fact-version.ts';
import { candidatesById } from '../../store/queries/decision-rows.ts';
import type { DeskContext } from '../desk-context.ts';
import type { DecisionMaker, Draft, DraftCommand } from '../draft.ts';
import { changes, invalid, unchanged } from '../draft.ts';
import { rightRefusal } from '../rights.ts';
import { candidateLabel, GONE_CANDIDATE } from '../words.ts';

const WORDS: Readonly<Record<string, string>> = {
  verified: 'VÉRIFIÉ',
  'to-verify': 'À VÉRIFIER',
  available: 'Disponible',
  unavailable: 'Indisponible',
};

interface CandidateFactDecision<K extends 'candidate.verify' | 'candidate.set-availability'> {
  readonly kind: K;
  readonly fact: 'verification' | 'availability';
  readonly right: Right;
  readonly value: string;
  readonly input: DraftCommand<K>['input'];
}

function candidateFactDrafts<K extends 'candidate.verify' | 'candidate.set-availability'>(
  { store, person }: DeskContext,
  { kind, fact, right, value, input }: CandidateFactDecision<K>,
  targets: readonly string[],
): readonly Draft[] {
  const candidates = candidatesById(store, targets);
  return targets.map((subjectId): Draft => {
    const candidate = candidates.get(subjectId);
    if (candidate === undefined) return invalid({ subjectId, label: subjectId }, GONE_CANDIDATE);
    const told = {
      subjectId,
      label: candidateLabel(candidate),
      before: WORDS[candidate[fact]] ?? candidate[fact],
      after: WORDS[value] ?? value,
    };
    const { agency, departement } = candidate;
    const refusal = rightRefusal(person, right, { agency, departement });
    if (refusal !== null) return invalid(told, refusal);
    if (candidate.mergedInto !== null) return invalid(told, 'Cette fiche a été fusionnée avec une autre.');
    if (candidate[fact] === value && candidate.hasConflict === 0) return unchanged(told);
    const { row, version } = readSeenFact(store.statements, fact, subjectId);
    return changes(told, {
      ...{ kind, subject: subjectId, fact, version, input, missionId: null, candidateId: subjectId },
      base: { [fact]: row?.[fact] ?? null },
      wanted: { [fact]: value },
    });
  });
}

export const verify: DecisionMaker<'verify'> = {
  kind: 'verify',
  title: ({ verified }) => (verified ? 'Vérifier' : 'Remettre à vérifier'),
  drafts: (context, { verified, reason }, targets) =>
    candidateFactDrafts(
      context,
      {
        ...{ kind: 'candidate.verify', fact: 'verification', right: 'verify-candidate' },
        value: verified ? 'verified' : 'to-verify',
        input: { verified, reason },
      },
      targets,
    ),
  asksReason: (_context, { verified, reason }) =>
    !verified && reason === null ? 'Dites pourquoi cette personne est à vérifier de nouveau.' : null,
};

export const setAvailability: DecisionMaker<'set-availability'> = {
  kind: 'set-availability',
  title: ({ available }) => (available ? 'Marquer disponible' : 'Marquer indisponible'),
  drafts: (context, { available, reason }, targets) =>
    candidateFactDrafts(
      context,
      {
        ...{ kind: 'candidate.set-availability', fact: 'availability', right: 'set-availability' },
        value: available ? 'available' : 'unavailable',
        input: { available, reason },
      },
      targets,
    ),
  asksReason: (_context, { available, reason }) =>
    available || reason !== null
      ? null
      : 'Dites pourquoi cette personne n’est plus disponible : le motif se lit sur sa fiche.',
};
