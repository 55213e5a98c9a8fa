/**
 * Where a person signs in when the host draws the window itself: a context apart from the application's windows, with
 * nothing of the application in it, that reaches the service and its identity providers and nobody else.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Log } from '../../diagnostics/log.ts';
import type { SignInWindow } from '../host.ts';
import { refuseSignInAddress } from '../sign-in-address.ts';

/** A sign-in window that also shows its page, to tests and to the demonstration's pictures. */
export interface ChromiumSignIn extends SignInWindow {
  /** Null when no sign-in is under way. */
  page(): Page | null;
  /** Resolves at the next opening, or at once when a sign-in is under way. */
  shown(): Promise<void>;
}

export function createChromiumSignIn(browser: () => Promise<Browser>, log: Log): ChromiumSignIn {
  const open: { context: BrowserContext | null; page: Page | null } = { context: null, page: null };
  const waiting: (() => void)[] = [];
  const close = async () => {
    const { context } = open;
    open.context = null;
    open.page = null;
    await context?.close();
  };
  return {
    page: () => open.page,
    shown: () => (open.page === null ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
    close,
    async open(address, mayReach) {
      const refusal = refuseSignInAddress(address);
      if (refusal !== null) throw new Error(refusal);
      await close();
      const context = await (await browser()).newContext({
        viewport: null,
        locale: 'fr-FR',
        serviceWorkers: 'block',
        acceptDownloads: false,
      });
      const page = await context.newPage();
      context.on('page', (popup) => void popup.close());
      await allowOnly(context, page, new Set(mayReach), log);
      open.context = context;
      open.page = page;
      await page.goto(address, { waitUntil: 'commit' });
      for (const tell of waiting.splice(0)) tell();
    },
  };
}

/** Each hop of a redirection is a request of its own here, as it is not where the library's routes are. */
async function allowOnly(context: BrowserContext, page: Page, origins: ReadonlySet<string>, log: Log): Promise<void> {
  const session = await context.newCDPSession(page);
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const { origin } = new URL(request.url);
    const isAllowed = origins.has(origin);
    if (!isAllowed) log('host.sign-in-request-refused', { origin });
    const answer = isAllowed
      ? session.send('Fetch.continueRequest', { requestId })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    answer.catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
