/**
 * The two programs that sign people in here. Both are public native clients (RFC 8252): system browser, PKCE S256, and
 * a redirection to a loopback address on whatever port they could open. The path is fixed, the port is free.
 */
import type { ClientMetadata } from 'oidc-provider';

/** The regulators' desktop application: people of the cells, through the upstream provider. */
export const WORKSPACE_CLIENT = 'poste-de-regulation';
/** The establishments' side: e-mail and password of their account (F38). */
export const ESTABLISHMENT_CLIENT = 'espace-etablissement';
/** Registered without a port: any port of 127.0.0.1 is accepted, no other host, no other path. */
export const LOOPBACK_REDIRECT = 'http://127.0.0.1/retour';

const nativeClient = (client_id: string, client_name: string): ClientMetadata => ({
  client_id,
  client_name,
  application_type: 'native',
  token_endpoint_auth_method: 'none',
  redirect_uris: [LOOPBACK_REDIRECT],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  id_token_signed_response_alg: 'ES256',
});

export const BROKER_CLIENTS: readonly ClientMetadata[] = [
  nativeClient(WORKSPACE_CLIENT, 'Poste de régulation'),
  nativeClient(ESTABLISHMENT_CLIENT, 'Espace établissement'),
];
