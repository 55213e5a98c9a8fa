/** Lines of annex 2 as orders, one each: verdicts come line by line (F42, F116-F120). */
import { readRequestDecisions } from '../../store/queries/account-rows.ts';
import { departementOfPostalCode } from '../departement-of-postal-code.ts';
import type { DecisionMaker, Draft } from '../draft.ts';
import { changes, invalid, unchanged } from '../draft.ts';
import { rightRefusal } from '../rights.ts';
import type { SheetRow } from '../sheet-to-import.ts';
import { count } from '../words.ts';

const GONE_ROW = "Cette ligne n'est plus dans le tableur lu par le poste : choisissez à nouveau le fichier.";
const HELD: ReadonlySet<string> = new Set(['pending', 'sending', 'confirmed']);

function labelOf({ line, account }: SheetRow): string {
  if (account === null) return `Ligne ${line}`;
  const { requester, establishment } = account;
  return `Ligne ${line} · ${establishment.name} · ${requester.lastName.toLocaleUpperCase('fr')} ${requester.firstName}`;
}

export const importAccounts: DecisionMaker<'import-accounts'> = {
  kind: 'import-accounts',
  title: () => 'Créer des comptes depuis le tableur',
  drafts({ store, person, sheet }, _decision, targets) {
    const rows = targets.map((rowId) => ({ rowId, row: sheet?.get(rowId) }));
    const sent = readRequestDecisions(
      store,
      rows.flatMap(({ row }) => (row === undefined ? [] : [row.requestId])),
    );
    return rows.map(({ rowId: subjectId, row }): Draft => {
      if (row === undefined) return invalid({ subjectId, label: subjectId }, GONE_ROW);
      const told = { subjectId, label: labelOf(row), before: 'Dans le tableur', after: 'VALIDÉE' };
      if (HELD.has(sent.get(row.requestId)?.state ?? '')) return unchanged({ ...told, before: 'Déjà envoyée' });
      if (row.account === null || row.refusal !== null) return invalid(told, row.refusal ?? 'Ligne à corriger.');
      const { requester, establishment } = row.account;
      const { agency, postalCode, name: establishmentName, ...where } = establishment;
      const departement = departementOfPostalCode(postalCode);
      const object = departement === undefined ? { agency } : { agency, departement };
      const refusal = rightRefusal(person, 'import-accounts', object);
      if (refusal !== null) return invalid(told, refusal);
      const command = {
        ...({ kind: 'account-request.import', subject: row.requestId, fact: 'request', version: 0 } as const),
        input: { ...where, ...requester, agency, postalCode, establishmentName },
        ...{ missionId: null, candidateId: null, base: { state: null } },
      };
      return changes(told, command, ...row.warnings);
    });
  },
  consequences(_context, _decision, drafts) {
    if (drafts.length === 0) return [];
    const links = count(drafts.length, "courriel d'activation part", "courriels d'activation partent");
    return [
      `${links} dans 2 minutes : le lien vaut 72 heures et ne sert qu'une fois.`,
      'Le service national juge chaque ligne : une adresse connue dans une autre région y est refusée.',
    ];
  },
};
