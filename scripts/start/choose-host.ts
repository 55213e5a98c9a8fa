/**
 * On what the windows run: Electron, the product, where it can be had; else an installed Chromium.
 *
 * ```
 *   no display, root on Linux, --browser ──────────────────────────────▶ Chromium
 *   Electron's program is there, or can be fetched ─▶ Electron   else ──▶ Chromium found, or installed ─▶ else a sentence
 * ```
 */

export interface HostQuestion {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  readonly hasDisplay: boolean;
  /** Path that the person gave, or null. */
  readonly browser: string | null;
  readonly findElectron: () => string | null;
  readonly installElectron: () => Promise<string | null>;
  readonly findBrowser: () => string | null;
  readonly installBrowser: () => string | null;
}

export interface HostAnswer {
  readonly host: 'electron' | 'chromium';
  readonly program: string;
  /** Which and why, in one French sentence. */
  readonly sentence: string;
}

/** Null when neither can be had. */
export async function chooseHost(question: HostQuestion): Promise<HostAnswer | null> {
  const reason = whyNotElectron(question);
  const electron = reason === null ? (question.findElectron() ?? (await question.installElectron())) : null;
  if (electron !== null)
    return { host: 'electron', program: electron, sentence: 'Les fenêtres s’ouvrent dans Electron, le produit livré.' };
  const browser = question.browser ?? question.findBrowser() ?? question.installBrowser();
  if (browser === null) return null;
  const because = reason ?? 'Electron n’est pas installé et n’a pas pu être téléchargé';
  const silently = question.hasDisplay ? '' : ', sans affichage : pour regarder, « npm start -- --capture DOSSIER »';
  return {
    host: 'chromium',
    program: browser,
    sentence: `Les fenêtres s’ouvrent dans le navigateur ${browser} (hôte Chromium${silently}), car ${because}.`,
  };
}

function whyNotElectron({ platform, isRoot, hasDisplay, browser }: HostQuestion): string | null {
  if (browser !== null) return 'vous l’avez demandé par --browser';
  if (!hasDisplay) return 'cette machine n’a pas d’affichage';
  if (platform === 'linux' && isRoot) return 'Electron ne tourne pas protégé sous le compte root';
  return null;
}

/** Windows and macOS always have one; elsewhere it is named. */
export function hasDisplay(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return (
    platform === 'win32' || platform === 'darwin' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
  );
}
