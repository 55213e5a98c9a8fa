/** Pages come from a scheme of our own, standard and secure, never from `file://` (TRUST S16). */
import type { Log } from '../../diagnostics/log.ts';
import type { PageFiles } from '../page-files.ts';
import type { ElectronModule } from './electron-module.ts';

const SCHEME = 'app';
export const PAGE_ORIGIN = `${SCHEME}://poste`;
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/`;

/** Before the application is ready, or never. */
export function registerAppScheme({ protocol }: ElectronModule): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export function serveAppScheme({ protocol }: ElectronModule, files: PageFiles, log: Log): void {
  protocol.handle(SCHEME, async (request) => {
    const address = new URL(request.url);
    if (request.method !== 'GET' || address.host !== 'poste') {
      log('host.request-refused', { origin: `${address.protocol}//${address.host}` });
      return new Response(null, { status: 404 });
    }
    const { status, headers, body } = await files.answer(address.pathname);
    return new Response(new Uint8Array(body), { status, headers: { ...headers } });
  });
}
