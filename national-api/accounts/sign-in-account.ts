/** E-mail and password of an establishment account (F38), with a brake on guessing. */
import { parseEmailAddress } from '../../contract/domain/identifier/email-address.ts';
import { PASSWORD_MOST_CHARACTERS } from '../../contract/domain/identifier/password-rule.ts';
import { oidcKey } from '../identity/oidc-key.ts';
import type { Ground } from '../kernel/ground.ts';
import { verifyPassword } from './password-hash.ts';

const MODEL = 'FailedSignIn';
const MOST_FAILURES = 10;
const WINDOW_SECONDS = 15 * 60;

export type SignIn =
  | { readonly ok: true; readonly accountId: string }
  | { readonly ok: false; readonly message: string };

const WRONG: SignIn = { ok: false, message: 'email utilisateur ou mot de passe incorrect.' };
const BRAKED: SignIn = {
  ok: false,
  message: 'Trop d’essais pour cette adresse : réessayez dans un quart d’heure, ou demandez un nouveau lien.',
};

/** How many failures an address has had in the window that runs. */
async function failuresOf(ground: Ground, key: string, now: number): Promise<number> {
  const row = await ground.database.read
    .selectFrom('oidcPayload')
    .select('payload')
    .where('key', '=', key)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row ? (JSON.parse(row.payload) as { failures: number }).failures : 0;
}

async function recordFailure(ground: Ground, key: string, now: number): Promise<void> {
  await ground.database.transaction(async (writer) => {
    await ground.database.lockSubjects(writer, [`email:${key}`]);
    const row = await writer.selectFrom('oidcPayload').selectAll().where('key', '=', key).executeTakeFirst();
    const running = row && (row.expiresAt ?? 0) > now;
    const failures = running ? (JSON.parse(row.payload) as { failures: number }).failures + 1 : 1;
    const columns = {
      model: `broker/${MODEL}`,
      payload: JSON.stringify({ failures }),
      expiresAt: running ? row.expiresAt : now + WINDOW_SECONDS,
    };
    await writer
      .insertInto('oidcPayload')
      .values({ key, grantId: null, uid: null, userCode: null, consumedAt: null, ...columns })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(columns))
      .execute();
  });
}

/** @example const answer = await signInAccount(ground, 'a@ch-demo.example', 'Motdepasse-2020!'); */
export async function signInAccount(ground: Ground, email: string, password: string): Promise<SignIn> {
  const address = parseEmailAddress(email);
  if (!address.ok || password.length > PASSWORD_MOST_CHARACTERS) return WRONG;
  const now = Math.floor(ground.clock() / 1000);
  const key = oidcKey('broker', MODEL, address.value);
  if ((await failuresOf(ground, key, now)) >= MOST_FAILURES) return BRAKED;
  const account = await ground.database.read
    .selectFrom('account')
    .select(['id', 'state', 'passwordHash'])
    .where('email', '=', address.value)
    .executeTakeFirst();
  const right = await verifyPassword(password, account?.passwordHash ?? null);
  if (right && account?.state === 'active') return { ok: true, accountId: account.id };
  await recordFailure(ground, key, now);
  return WRONG;
}
