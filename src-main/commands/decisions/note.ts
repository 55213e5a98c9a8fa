/** The regulators' note on a mission; an empty one erases it (DOMAIN §2.7; D15). */
import type { DecisionMaker } from '../draft.ts';
import { missionFactDrafts } from './mission-fact.ts';

export const note: DecisionMaker<'note'> = {
  kind: 'note',
  title: ({ text }) => (text === null || text === '' ? 'Effacer la note' : 'Note'),
  drafts(context, decision, targets) {
    const text = decision.text === '' ? null : decision.text;
    return missionFactDrafts(
      context,
      {
        kind: 'mission.note',
        fact: 'note',
        right: 'note-mission',
        wanted: { note: text },
        input: { text },
        say: (values) => String(values['note'] ?? 'Aucune note'),
      },
      targets,
    );
  },
};
