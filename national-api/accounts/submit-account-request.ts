/**
 * The public form of an establishment (F29-F32, F39-F40): taken once whatever the number of clicks, never blocked by a
 * known e-mail but put aside as a duplicate (F24), and acknowledged by mail.
 */

import { initialAccountRequestState } from '../../contract/domain/account-request.ts';
import type { AnnexAccount } from '../../contract/domain/annex/annex-account.ts';
import { canonicalJson } from '../../contract/national/canonical-json.ts';
import type { AccountRequestForm, AccountRequestReceipt } from '../../contract/national/forms/account-request-form.ts';
import type { Writer } from '../database/database.ts';
import type { Ground } from '../kernel/ground.ts';
import { seal } from '../kernel/seal.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { SYSTEM_PRINCIPAL, UnitOfWork } from '../kernel/unit-of-work.ts';
import { agencyInWords } from '../mail/agency-in-words.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { findSameEstablishment } from './find-same-establishment.ts';
import { FormRefusal } from './form-refusal.ts';
import { findKnownEmail } from './known-email.ts';
import { readAccountForm } from './read-account-form.ts';

const TAKEN =
  'Votre demande de création de compte a bien été prise en compte. Après sa validation, vous recevrez un courriel d’activation.';
const DUPLICATE =
  'Votre demande est enregistrée. Une demande ou un compte existe déjà avec cette adresse : votre ARS vous répondra, ne la déposez pas une nouvelle fois.';

function receiptOf(requestId: string, state: string): AccountRequestReceipt {
  return { requestId, state, message: state === 'duplicate' ? DUPLICATE : TAKEN };
}

/** What of a stored request its form decides: two forms of one id must agree on it. */
function saidBy(request: Stored<'accountRequest'>): string {
  const { lastName, firstName, email, phone, category, finess, gid } = request;
  const { establishmentName, address, postalCode, city, agency, missions } = request;
  const identity = { lastName, firstName, email, phone, category, finess, gid };
  return canonicalJson({ ...identity, establishmentName, address, postalCode, city, agency, missions });
}

async function rowOf(writer: Writer, form: AccountRequestForm, { requester, establishment }: AnnexAccount, at: string) {
  const known = await findKnownEmail(writer, requester.email, form.requestId);
  const same = await findSameEstablishment(writer, establishment);
  const { name: establishmentName, ...where } = establishment;
  return {
    id: form.requestId,
    state: initialAccountRequestState(known !== null),
    ...requester,
    ...where,
    establishmentName,
    missions: JSON.stringify(form.missions),
    duplicateOf: known?.id ?? null,
    sameEstablishmentId: same?.id ?? null,
    origin: 'form',
    submittedAt: at,
    decidedByName: null,
    decidedAt: null,
    decisionReason: null,
    activatedAt: null,
  };
}

/**
 * @throws FormRefusal when a field is wrong, or the id already served for another form
 * @example const receipt = await submitAccountRequest(ground, accountRequestFormSchema.parse(body));
 */
export async function submitAccountRequest(ground: Ground, form: AccountRequestForm): Promise<AccountRequestReceipt> {
  const checked = readAccountForm(form);
  const { email } = checked.requester;
  return ground.database.transaction(async (writer) => {
    await ground.database.lockSubjects(writer, [`email:${email}`, `request:${form.requestId}`].sort());
    const work = new UnitOfWork(writer, ground);
    const row = await rowOf(writer, form, checked, work.at);
    const already = await work.get('accountRequest', form.requestId);
    if (already !== null) {
      if (saidBy(already) !== saidBy({ ...already, ...row })) {
        throw new FormRefusal('form-id-reused', 'Cet identifiant de demande a déjà servi pour une autre demande.');
      }
      return receiptOf(already.id, already.duplicateOf === null ? 'submitted' : 'duplicate');
    }
    await work.insert('accountRequest', row);
    work.journal({
      actor: SYSTEM_PRINCIPAL,
      commandId: null,
      kind: 'account-request.submit',
      subjectKind: 'accountRequest',
      subjectId: row.id,
      subjectAgency: row.agency,
      origin: 'system',
      batchId: null,
      decidedAt: null,
      reason: null,
      before: null,
      after: { state: row.state, duplicateOf: row.duplicateOf, missions: form.missions.length },
    });
    queueMail(work, {
      kind: row.state === 'duplicate' ? 'account-request-duplicate' : 'account-request-received',
      recipient: email,
      graceSeconds: 0,
      variables: { establishment: row.establishmentName, by: agencyInWords(row.agency) },
    });
    await seal(work);
    return receiptOf(row.id, row.state);
  });
}
