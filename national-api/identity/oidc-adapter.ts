/**
 * Storage of the OpenID providers in the service's own database, so that several instances share sessions, codes and
 * tokens. Ids are kept by hash; the payload of a bearer secret does not repeat it.
 */
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { Ground } from '../kernel/ground.ts';
import type { OidcRealm } from './oidc-key.ts';
import { oidcKey } from './oidc-key.ts';

/** Their id is the secret itself: it is put back when it is shown again. */
const BEARER_MODELS: readonly string[] = ['AccessToken', 'RefreshToken', 'AuthorizationCode'];

const seconds = (ground: Ground): number => Math.floor(ground.clock() / 1000);

/** @example adapter: (model) => createOidcAdapter(ground, 'broker', model) */
export function createOidcAdapter(ground: Ground, realm: OidcRealm, model: string): Adapter {
  const { database } = ground;
  const keyOf = (id: string): string => oidcKey(realm, model, id);

  function revive(row: { payload: string; consumedAt: number | null }, id: string | null): AdapterPayload {
    const payload = JSON.parse(row.payload) as AdapterPayload;
    if (id !== null) payload.jti = id;
    if (row.consumedAt !== null) payload.consumed = row.consumedAt;
    return payload;
  }

  return {
    async upsert(id, payload, expiresIn) {
      const { jti, ...rest } = payload;
      const columns = {
        model: `${realm}/${model}`,
        payload: JSON.stringify(BEARER_MODELS.includes(model) ? rest : { jti, ...rest }),
        grantId: payload.grantId ?? null,
        uid: payload.uid ?? null,
        userCode: payload.userCode ?? null,
        expiresAt: payload.exp ?? (expiresIn === undefined ? null : seconds(ground) + expiresIn),
        consumedAt: typeof payload.consumed === 'number' ? payload.consumed : null,
      };
      await database.transaction((writer) =>
        writer
          .insertInto('oidcPayload')
          .values({ key: keyOf(id), ...columns })
          .onConflict((conflict) => conflict.column('key').doUpdateSet(columns))
          .execute(),
      );
    },
    async find(id) {
      const row = await database.read
        .selectFrom('oidcPayload')
        .select(['payload', 'consumedAt'])
        .where('key', '=', keyOf(id))
        .executeTakeFirst();
      return row && revive(row, BEARER_MODELS.includes(model) ? id : null);
    },
    async findByUid(uid) {
      const row = await database.read
        .selectFrom('oidcPayload')
        .select(['payload', 'consumedAt'])
        .where('uid', '=', uid)
        .where('model', '=', `${realm}/${model}`)
        .executeTakeFirst();
      return row && revive(row, null);
    },
    // The device flow is not offered.
    async findByUserCode() {},
    async consume(id) {
      const { numUpdatedRows } = await database.transaction((writer) =>
        writer
          .updateTable('oidcPayload')
          .set({ consumedAt: seconds(ground) })
          .where('key', '=', keyOf(id))
          .where('consumedAt', 'is', null)
          .executeTakeFirst(),
      );
      // Two instances were shown the same code or refresh token at once: only one of them may answer.
      if (numUpdatedRows === 0n) throw new errors.InvalidGrant('already used');
    },
    async destroy(id) {
      await database.transaction((writer) => writer.deleteFrom('oidcPayload').where('key', '=', keyOf(id)).execute());
    },
    async revokeByGrantId(grantId) {
      await database.transaction((writer) =>
        writer
          .deleteFrom('oidcPayload')
          .where('grantId', '=', grantId)
          .where('model', '=', `${realm}/${model}`)
          .execute(),
      );
    },
  };
}

/** Removes what has expired; called now and then by the service's clock. Returns how many were removed. */
export async function removeExpiredOidc(ground: Ground): Promise<number> {
  const { numDeletedRows } = await ground.database.transaction((writer) =>
    writer.deleteFrom('oidcPayload').where('expiresAt', '<=', seconds(ground)).executeTakeFirst(),
  );
  return Number(numDeletedRows);
}
