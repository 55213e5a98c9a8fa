/** The needs of a request in one line, for mails: "2 × Infirmier diplômé d'État, 1 × Aide-soignant". */
import { parseProfession, professionOf } from '../../contract/domain/profession.ts';
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';

/** @param missions the JSON list of an account request */
export function missionsInWords(missions: string): string {
  const needs = JSON.parse(missions) as MissionNeed[];
  if (needs.length === 0) return 'aucun';
  return needs
    .map(({ headcount, profession }) => {
      const known = parseProfession(profession);
      return `${headcount} × ${known.ok ? professionOf(known.value).label : profession}`;
    })
    .join(', ');
}
