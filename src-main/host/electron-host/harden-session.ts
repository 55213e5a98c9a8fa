/** What every page of the application is refused, whoever asks (TRUST S14): written once for all contents, before any exists. */
import type { Log } from '../../diagnostics/log.ts';
import { PAGE_ADDRESS, PAGE_ORIGIN } from './app-scheme.ts';
import type { ElectronModule } from './electron-module.ts';

/** Before any window: contents that are created later are met by these. */
export function hardenContents({ app }: ElectronModule, log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    const refuse = (what: string) => (event: { preventDefault(): void; readonly url?: string }) => {
      if (what === 'navigation' && event.url === PAGE_ADDRESS) return;
      event.preventDefault();
      log('host.navigation-refused', { what });
    };
    contents.setWindowOpenHandler(() => {
      log('host.popup-refused');
      return { action: 'deny' };
    });
    contents.on('will-navigate', refuse('navigation'));
    contents.on('will-frame-navigate', refuse('navigation'));
    contents.on('will-redirect', refuse('redirection'));
    contents.on('will-attach-webview', refuse('webview'));
  });
}

/** Once the application is ready: no permission, no device, no download, no address but ours. */
export function hardenSession({ session }: ElectronModule, log: Log): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => {
    log('host.permission-refused', { permission });
    answer(false);
  });
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => event.preventDefault());
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    const isOurs = url.startsWith(PAGE_ADDRESS) || url.startsWith('data:') || url.startsWith(`blob:${PAGE_ORIGIN}`);
    if (!isOurs) log('host.request-refused', { origin: URL.parse(url)?.origin ?? 'unreadable' });
    answer({ cancel: !isOurs });
  });
}
