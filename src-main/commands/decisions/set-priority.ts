/** P1 vital … P4, or none; past a fifth of the region's open posts in P1, one must say why (DOMAIN §2.7; F114). */
import type { Priority } from '../../../contract/domain/priority.ts';
import { asksReasonForVital, PRIORITY_LABELS } from '../../../contract/domain/priority.ts';
import { todayOf } from '../../../contract/national/facts/today.ts';
import { missionsById, readOpenPosts } from '../../store/queries/decision-rows.ts';
import type { DeskContext } from '../desk-context.ts';
import type { DecisionMaker, Draft } from '../draft.ts';
import { missionFactDrafts } from './mission-fact.ts';

const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 });

/** Open posts in P1 after the decision, in the region where their share is the largest. */
function vitalShare({ store, clock }: DeskContext, drafts: readonly Draft[]): { vital: number; open: number } {
  const chosen = new Set(drafts.map(({ subjectId }) => subjectId));
  const agencies = new Set([...missionsById(store, [...chosen]).values()].map(({ agency }) => agency));
  let worst = { vital: 0, open: 0 };
  for (const agency of agencies) {
    const posts = readOpenPosts(store, agency, todayOf(agency, clock()));
    const open = posts.reduce((sum, one) => sum + one.posts, 0);
    const vital = posts
      .filter(({ id, priority }) => priority === 'P1' || chosen.has(id))
      .reduce((sum, one) => sum + one.posts, 0);
    if (vital * Math.max(1, worst.open) > worst.vital * Math.max(1, open) || worst.open === 0) worst = { vital, open };
  }
  return worst;
}

export const setPriority: DecisionMaker<'set-priority'> = {
  kind: 'set-priority',
  title: ({ priority }) => `Priorité : ${PRIORITY_LABELS[priority]}`,
  drafts: (context, { priority, reason }, targets) =>
    missionFactDrafts(
      context,
      {
        kind: 'mission.set-priority',
        fact: 'priority',
        right: 'set-priority',
        wanted: { priority, priorityReason: reason },
        input: { priority, reason },
        say: (values) => PRIORITY_LABELS[values['priority'] as Priority] ?? '',
      },
      targets,
    ),
  consequences(context, { priority }, drafts) {
    if (priority !== 'P1' || drafts.length === 0) return [];
    const { vital, open } = vitalShare(context, drafts);
    if (open === 0) return [];
    return [
      `Après cette décision, ${vital} postes sur ${open} à pourvoir (${percent.format(vital / open)}) seraient en P1.`,
    ];
  },
  asksReason(context, { priority, reason }, drafts) {
    if (priority !== 'P1' || reason !== null || drafts.length === 0) return null;
    const { vital, open } = vitalShare(context, drafts);
    return asksReasonForVital(vital, open) ? "Plus d'un poste sur cinq serait en P1 : dites pourquoi." : null;
  },
};
