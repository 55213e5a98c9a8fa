/** One account of annex 2: establishment, account, activation mail, and a request that is validated as it is made (F42). */
import type { AnnexAccount } from '../../../contract/domain/annex/annex-account.ts';
import type { Command } from '../../../contract/national/commands/command.ts';
import type { Principal } from '../../../contract/national/principal.ts';
import type { UnitOfWork } from '../../kernel/unit-of-work.ts';
import { openAccount } from '../open-account.ts';
import { settleEstablishment } from '../settle-establishment.ts';

export interface ImportedAccount {
  /** Of the request. */
  readonly id: string;
  readonly actor: Principal;
  readonly account: AnnexAccount;
  readonly batchId: string | null;
  /** The order that asked for it; null when a whole file was sent. */
  readonly command: Pick<Command, 'commandId' | 'origin' | 'decidedAt'> | null;
}

/** Lock the e-mail and the establishment before, and check right and e-mail: the base refuses a second account. */
export async function openImportedAccount(
  work: UnitOfWork,
  { id, actor, account, batchId, command }: ImportedAccount,
): Promise<void> {
  const { requester } = account;
  const establishment = await settleEstablishment(work, { ...account.establishment, phone: requester.phone });
  const commandId = command?.commandId ?? null;
  const opened = await openAccount(work, { requester, establishment, commandId });
  const { name: establishmentName, ...where } = account.establishment;
  const request = await work.insert('accountRequest', {
    id,
    state: 'validated',
    ...requester,
    ...where,
    establishmentName,
    missions: '[]',
    duplicateOf: null,
    sameEstablishmentId: establishment.id,
    origin: 'import',
    submittedAt: work.at,
    decidedByName: actor.displayName,
    decidedAt: work.at,
    decisionReason: null,
    activatedAt: null,
  });
  work.journal({
    actor,
    commandId,
    kind: 'account-request.import',
    subjectKind: 'accountRequest',
    subjectId: request.id,
    subjectAgency: request.agency,
    origin: command?.origin ?? 'bulk',
    batchId,
    decidedAt: command?.decidedAt ?? null,
    reason: null,
    before: null,
    after: { accountId: opened.id, establishmentId: establishment.id },
  });
}
