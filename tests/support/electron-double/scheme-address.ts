import type { DoubleWorld } from './double-world.ts';

/**
 * Chromium does not know an application's own scheme, so its pages live on an https origin of the double, secure only if
 * the scheme was registered as standard and secure. What the application is told is always its own address.
 */
export function toBrowser(world: DoubleWorld, address: string): string {
  const { scheme, host, rest } = split(address);
  const registered = world.schemes.find((one) => one.scheme === scheme);
  if (registered?.privileges['standard'] !== true) throw new Error(`ERR_UNKNOWN_URL_SCHEME: ${scheme}`);
  const carrier = registered.privileges['secure'] === true ? 'https' : 'http';
  return `${carrier}://${scheme}-${host}.invalid${rest}`;
}

/** The application's address of a page of the browser; other addresses stay as they are. */
export function toApplication(address: string): string {
  const found = /^https?:\/\/([a-z]+)-([a-z0-9.]+)\.invalid(\/.*)?$/.exec(address);
  return found === null ? address : `${found[1]}://${found[2]}${found[3] ?? '/'}`;
}

/** The origin of an application's address, as Electron writes it for a standard scheme. */
export function originOf(address: string): string {
  const found = /^([a-z][a-z0-9+.-]*:\/\/[^/]+)/.exec(address);
  return found?.[1] ?? 'null';
}

function split(address: string): { scheme: string; host: string; rest: string } {
  const found = /^([a-z]+):\/\/([a-z0-9.]+)(\/.*)?$/.exec(address);
  if (found === null) throw new Error(`ERR_INVALID_URL: ${address}`);
  return { scheme: found[1] ?? '', host: found[2] ?? '', rest: found[3] ?? '/' };
}
