/** Processor time of the desk that runs in this process and of its browser: what is left to say on a machine that others use. */
import type { Browser } from 'playwright-core';

interface ProcessInfo {
  readonly cpuTime: number;
}

/** Milliseconds so far, of all processes together; a difference of two is what happened between. */
export async function processorMs(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
      readonly processInfo: readonly ProcessInfo[];
    };
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000 + processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1_000, 0);
  } finally {
    await session.detach();
  }
}
