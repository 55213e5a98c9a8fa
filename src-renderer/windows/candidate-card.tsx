import { useSelection } from '../data/use-selection.ts';
import { CandidatePanel } from '../features/candidates/candidate-panel.tsx';

/** The candidates' own sheet of a person, for a window of another kind. */
export function CandidateCard({ id, missionId }: { readonly id: string | null; readonly missionId: string | null }) {
  const { change } = useSelection();
  return (
    <CandidatePanel
      id={id}
      missionId={missionId}
      onMission={(mission) => change({ subject: { kind: 'mission', id: mission }, chosen: null })}
    />
  );
}
