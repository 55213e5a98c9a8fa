/** Crisis mode per agency and profession, with its effect told before the switch (DOMAIN §4.2; F101-F103, D9). */
import { agencyOf, isAgencyCode } from '../../../contract/domain/geography/agency.ts';
import { PROFESSIONS } from '../../../contract/domain/profession.ts';
import { readSeenFact } from '../../store/outbox/fact-version.ts';
import { readCrisis, readCrisisEffect } from '../../store/queries/decision-rows.ts';
import type { DecisionMaker, DecisionOf } from '../draft.ts';
import { changes, invalid, unchanged } from '../draft.ts';
import { rightRefusal } from '../rights.ts';
import { count, professionWord } from '../words.ts';

type Switch = DecisionOf<'switch-crisis-mode'>;

function labelOf({ agency, profession }: Switch): string {
  const where = isAgencyCode(agency) ? agencyOf(agency).label : `ARS ${agency}`;
  return `${where} · ${profession === null ? 'toutes les professions' : professionWord(profession)}`;
}

const subjectOf = ({ agency, profession }: Pick<Switch, 'agency' | 'profession'>): string =>
  `${agency}:${profession ?? '*'}`;

const word = (active: boolean): string => (active ? 'En gestion de crise' : 'Accès direct');

export const switchCrisisMode: DecisionMaker<'switch-crisis-mode'> = {
  kind: 'switch-crisis-mode',
  title: ({ active }) => (active ? 'Activer la gestion de crise' : 'Lever la gestion de crise'),
  drafts({ store, person }, decision) {
    const { agency, active, recallContacts, reason } = decision;
    const profession = PROFESSIONS.find(({ code }) => code === decision.profession)?.code ?? null;
    const subject = subjectOf({ agency, profession });
    const now = readCrisis(store, subject);
    const told = { subjectId: subject, label: labelOf(decision), before: word(now?.active === 1), after: word(active) };
    const refusal = rightRefusal(person, 'switch-crisis-mode', { agency });
    if (refusal !== null) return [invalid(told, refusal)];
    if (profession !== decision.profession) return [invalid(told, "Cette profession n'existe pas.")];
    if ((now?.active === 1) === active && now?.hasConflict !== 1) return [unchanged(told)];
    const { row, version } = readSeenFact(store.statements, 'crisis', subject);
    return [
      changes(told, {
        ...{ kind: 'crisis-mode.switch', subject, fact: 'crisis', version },
        input: { agency, profession, active, recallContacts, reason },
        missionId: null,
        candidateId: null,
        base: { active: row?.['active'] ?? 0 },
        wanted: { active: active ? 1 : 0 },
      }),
    ];
  },
  consequences({ store }, { agency, profession, active, recallContacts }, drafts) {
    if (drafts.length === 0) return [];
    const { missions, candidates, contacted } = readCrisisEffect(store, agency, profession);
    if (!active) {
      return [
        `${count(missions, 'mission retrouve', 'missions retrouvent')} l'accès direct à ${count(candidates, 'candidat')} de la région.`,
        'Les propositions et les contacts en cours sont gardés.',
      ];
    }
    return [
      `${count(missions, 'mission perd', 'missions perdent')} l'accès direct : leurs établissements ne verront que les personnes que vous leur proposerez.`,
      `${count(candidates, 'candidat disponible ne sera plus visible', 'candidats disponibles ne seront plus visibles')} en accès direct.`,
      recallContacts
        ? `${count(contacted, 'contact en cours sera rappelé', 'contacts en cours seront rappelés')}, avec un courriel à chaque établissement.`
        : `${count(contacted, 'contact en cours est gardé', 'contacts en cours sont gardés')}.`,
    ];
  },
};

/** Line by line the same decision; a line that is already so, or out of reach, says it. */
export const switchCrisisModes: DecisionMaker<'switch-crisis-modes'> = {
  kind: 'switch-crisis-modes',
  title: ({ active }) => (active ? 'Activer la gestion de crise' : 'Lever la gestion de crise'),
  drafts: (context, decision) => singly(decision).flatMap((one) => [...switchCrisisMode.drafts(context, one, [])]),
  consequences(context, decision, drafts) {
    const changing = new Set(drafts.map(({ subjectId }) => subjectId));
    return singly(decision).flatMap((one) => {
      const draft = drafts.find(({ subjectId }) => subjectId === subjectOf(one));
      if (draft === undefined || !changing.has(draft.subjectId)) return [];
      return (switchCrisisMode.consequences?.(context, one, [draft]) ?? []).map((said) => `${draft.label} : ${said}`);
    });
  },
};

function singly({ lines, active, recallContacts, reason }: DecisionOf<'switch-crisis-modes'>): readonly Switch[] {
  return lines.map((line) => ({ kind: 'switch-crisis-mode', ...line, active, recallContacts, reason }));
}
