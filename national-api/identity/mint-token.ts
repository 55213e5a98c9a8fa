/**
 * Makes a token without a sign-in. For the simulator of the demonstration and for tests, in the same process only: no
 * route leads here.
 */
import type { Ground } from '../kernel/ground.ts';
import { oidcKey } from './oidc-key.ts';
import type { Subject } from './subject.ts';
import { formatSubject } from './subject.ts';

/**
 * @param seconds how long the token lives, by the ground's clock
 * @returns the bearer token
 * @example await mintToken(ground, { kind: 'account', id: accountId }, 3600)
 */
export async function mintToken(ground: Ground, subject: Subject, seconds: number): Promise<string> {
  const bearer = Buffer.from(ground.randomBytes(32)).toString('base64url');
  const issued = Math.floor(ground.clock() / 1000);
  const payload = {
    kind: 'AccessToken',
    accountId: formatSubject(subject),
    iat: issued,
    exp: issued + seconds,
    clientId: 'demonstration',
    scope: 'openid',
  };
  await ground.database.transaction((writer) =>
    writer
      .insertInto('oidcPayload')
      .values({
        key: oidcKey('broker', 'AccessToken', bearer),
        model: 'broker/AccessToken',
        payload: JSON.stringify(payload),
        grantId: null,
        uid: null,
        userCode: null,
        expiresAt: payload.exp,
        consumedAt: null,
      })
      .execute(),
  );
  return bearer;
}
