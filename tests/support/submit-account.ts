/** Somebody fills in the public form of an establishment, as the national service takes it. */
import type { AccountRequestForm } from '../../contract/national/forms/account-request-form.ts';
import { submitAccountRequest } from '../../national-api/accounts/submit-account-request.ts';
import { accountForm } from './account-form.ts';
import type { World } from './world.ts';

/** Gives the request's id. @example const id = await submitAccount(http.world, { finess: '549900082' }); */
export async function submitAccount(world: World, patch: Partial<AccountRequestForm> = {}): Promise<string> {
  const id = world.nextId();
  await submitAccountRequest(world.ground, accountForm(id, patch));
  return id;
}
