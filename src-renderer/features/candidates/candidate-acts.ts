/** What can be decided of chosen people, by button or by key; one person or a thousand. */
import type { DecisionDraft } from '../../decisions/decision-draft.ts';
import { draftOf } from '../../decisions/decision-draft.ts';
import { FR } from '../../text/fr.ts';
import { FR_WINDOWS } from '../../text/fr-windows.ts';

export interface CandidateAct {
  readonly key: string | null;
  readonly label: string;
  /** The whole sentence, where the button is short. */
  readonly title: string;
  /** Null opens the choice of missions first. */
  draft(missionId: string | null): DecisionDraft | null;
  /** Meaningless without a mission, or for several people at once. */
  readonly needs: 'nothing' | 'mission' | 'mission-and-one-person';
}

const onMission = (kind: 'propose' | 'assign-on-behalf', missionId: string | null): DecisionDraft => ({
  ...draftOf(kind),
  missionIds: missionId === null ? [] : [missionId],
});

export const CANDIDATE_ACTS: readonly CandidateAct[] = [
  {
    key: 'p',
    label: FR.act.propose,
    title: FR.decision.titles.propose,
    needs: 'nothing',
    draft: (missionId) => (missionId === null ? null : onMission('propose', missionId)),
  },
  {
    key: 'm',
    label: FR_WINDOWS.candidate.elsewhere,
    title: FR_WINDOWS.candidate.proposeElsewhere,
    needs: 'nothing',
    draft: () => null,
  },
  {
    key: 'f',
    label: FR_WINDOWS.candidate.assign,
    title: FR.act.assign,
    needs: 'mission-and-one-person',
    draft: (missionId) => onMission('assign-on-behalf', missionId),
  },
  {
    key: 'v',
    label: FR.act.verify,
    title: FR.act.verify,
    needs: 'nothing',
    draft: () => draftOf('verify', { verified: 'yes' }),
  },
  {
    key: null,
    label: FR_WINDOWS.candidate.toVerify,
    title: FR_WINDOWS.candidate.toVerifyAgain,
    needs: 'nothing',
    draft: () => draftOf('verify', { verified: 'no' }),
  },
  {
    key: 'i',
    label: FR.act.unavailable,
    title: FR_WINDOWS.candidate.markUnavailable,
    needs: 'nothing',
    draft: () => draftOf('set-availability', { available: 'no' }),
  },
  {
    key: 'd',
    label: FR.act.available,
    title: FR_WINDOWS.candidate.markAvailable,
    needs: 'nothing',
    draft: () => draftOf('set-availability', { available: 'yes' }),
  },
];

export function mayAct({ needs }: CandidateAct, missionId: string | null, people: number): boolean {
  if (people === 0) return false;
  if (needs === 'nothing') return true;
  return missionId !== null && (needs === 'mission' || people === 1);
}
