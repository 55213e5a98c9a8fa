/** The register of signing keys, read; it changes by commands. */
import { listSigningKeys } from '../../signing-keys/list-signing-keys.ts';
import { national } from './base.ts';

export const signingKeyProcedures = {
  list: national.signingKeys.list.handler(({ context }) => listSigningKeys(context.service.ground)),
};
