/** A mission is given to a named regulator of its agency, or of the CCS (DOMAIN §2.7; D15). */
import { readRegulator } from '../../store/queries/decision-rows.ts';
import type { DecisionMaker } from '../draft.ts';
import { missionFactDrafts } from './mission-fact.ts';

const OF_DESK = new Set(['ccs-desk', 'ccs-lead']);

export const assignRegulator: DecisionMaker<'assign-regulator'> = {
  kind: 'assign-regulator',
  title: ({ regulatorId }) => (regulatorId === null ? 'Retirer le régulateur' : 'Confier à un régulateur'),
  drafts(context, { regulatorId }, targets) {
    const regulator = regulatorId === null ? null : readRegulator(context.store, regulatorId);
    return missionFactDrafts(
      context,
      {
        kind: 'mission.assign-regulator',
        fact: 'regulator',
        right: 'assign-regulator',
        wanted: { regulatorId, regulatorName: regulator?.name ?? null },
        input: { regulatorId },
        say: (values) => String(values['regulatorName'] ?? 'Personne'),
        refusal({ agency }) {
          if (regulatorId === null) return null;
          if (regulator === null) return "Cette personne n'est pas une régulatrice connue.";
          const fits = OF_DESK.has(regulator.role) || regulator.agency === agency;
          return fits ? null : 'Cette personne régule une autre région que celle de la mission.';
        },
      },
      targets,
    );
  },
};
