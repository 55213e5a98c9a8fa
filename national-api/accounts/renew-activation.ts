/**
 * "Avez-vous oublié votre mot de passe (ou perdu/non reçu le lien d'activation) ?" (F35): a new link, 72 h, for an
 * account that was validated. The answer is the same whether or not the address is known; the caller limits the rate.
 */
import { parseEmailAddress } from '../../contract/domain/identifier/email-address.ts';
import type { Ground } from '../kernel/ground.ts';
import { seal } from '../kernel/seal.ts';
import { UnitOfWork } from '../kernel/unit-of-work.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { FormRefusal } from './form-refusal.ts';
import { issueActivation } from './issue-activation.ts';

const SAME_ANSWER =
  'Si un compte validé existe pour cette adresse, un nouveau lien, valable 72 heures, vient d’y être envoyé.';

/** @throws FormRefusal when it is not an e-mail address at all */
export async function renewActivation(ground: Ground, email: string): Promise<{ message: string }> {
  const address = parseEmailAddress(email);
  if (!address.ok) {
    throw new FormRefusal('invalid-input', address.message, [{ pointer: '/email', message: address.message }]);
  }
  await ground.database.transaction(async (writer) => {
    const account = await writer
      .selectFrom('account')
      .select(['id', 'state'])
      .where('email', '=', address.value)
      .executeTakeFirst();
    if (!account || account.state === 'disabled') return;
    const work = new UnitOfWork(writer, ground);
    queueMail(work, {
      kind: 'account-activation-renewed',
      recipient: address.value,
      graceSeconds: 0,
      variables: { link: await issueActivation(work, account.id) },
    });
    await seal(work);
  });
  return { message: SAME_ANSWER };
}
