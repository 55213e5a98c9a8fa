/** Where an artefact of OpenID Connect lies in the database: by the hash of its id, since many ids are secrets. */
import { createHash } from 'node:crypto';

/** 'broker' issues the tokens of this service; 'demo' is the demonstration's identity provider. */
export type OidcRealm = 'broker' | 'demo';

/** @example oidcKey('broker', 'AccessToken', bearer) // 'broker/AccessToken/5e88…' */
export function oidcKey(realm: OidcRealm, model: string, id: string): string {
  return `${realm}/${model}/${createHash('sha256').update(id).digest('hex')}`;
}
