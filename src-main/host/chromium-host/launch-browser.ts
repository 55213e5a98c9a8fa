import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

export interface BrowserChoice {
  readonly executablePath: string;
  readonly headless: boolean;
  /** Origins that the sign-in window may have to reach; the whole browser resolves no other name. */
  readonly reachable: readonly string[];
}

/** Root on Linux cannot have Chromium's sandbox: the titles say so. */
export function lacksSandbox(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/**
 * Starts an installed Chromium, Chrome or Edge by the debugging pipe: no port is opened (TRUST S01).
 *
 * @throws Error with a French sentence when it does not start, or when policy forbids the pipe
 */
export async function launchBrowser(choice: BrowserChoice): Promise<Browser> {
  const hosts = choice.reachable.map((origin) => new URL(origin).hostname);
  const resolverRules = ['MAP * ~NOTFOUND', ...new Set(['127.0.0.1', ...hosts])].join(', EXCLUDE ');
  try {
    return await chromium.launch({
      executablePath: choice.executablePath,
      headless: choice.headless,
      chromiumSandbox: !lacksSandbox(),
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        `--host-resolver-rules=${resolverRules}`,
        '--deny-permission-prompts',
        '--disable-quic',
        '--webrtc-ip-handling-policy=disable_non_proxied_udp',
      ],
    });
  } catch (failure) {
    const detail = failure instanceof Error ? (failure.message.split('\n')[0] ?? '') : String(failure);
    throw new Error(
      `Le navigateur ${choice.executablePath} ne se laisse pas piloter (${detail}). Si la politique de ce poste interdit le débogage (RemoteDebuggingAllowed), cet hôte ne peut pas servir.`,
    );
  }
}
