/** The ARS takes a direct access back before its date; contacts already made go on (DOMAIN §4.2). */

import type { Writer } from '../database/database.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler, SubjectKey } from '../kernel/handler.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';
import { departementOfTarget } from '../rules/find-subject.ts';
import { requireVersion } from '../rules/require-version.ts';

async function footprint(reader: Writer, grantId: string): Promise<readonly SubjectKey[]> {
  const grant = await reader.selectFrom('directAccess').select('agency').where('id', '=', grantId).executeTakeFirst();
  return [`grant:${grantId}`, ...(grant ? ([`agency:${grant.agency}`] as const) : [])];
}

export const revokeDirectAccess: CommandHandler<'direct-access.revoke'> = {
  kind: 'direct-access.revoke',
  footprint: (reader, { subject }) => footprint(reader, subject),
  async execute(context) {
    const { work, actor, command } = context;
    const { reason } = command.input;
    const grant = await work.get('directAccess', command.subject);
    if (grant === null) throw new CommandRefusal('unknown-grant', "Cet accès direct n'existe pas.");
    const departement = await departementOfTarget(work, grant);
    requireRight(actor, 'grant-direct-access', { agency: grant.agency, departement, reason });
    await requireVersion(work, 'directAccess', grant, command.version);
    if (grant.revokedAt !== null) throw new CommandRefusal('already-so', 'Cet accès direct est déjà retiré.');
    await work.update('directAccess', grant, { revokedAt: work.at });
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'directAccess',
      subjectId: grant.id,
      subjectAgency: grant.agency,
      reason,
      before: { revokedAt: null },
      after: { revokedAt: work.at },
    });
  },
};
