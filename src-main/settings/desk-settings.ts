/** What the settings window shows and changes. */
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Host } from '../host/host.ts';

const themeSchema = z.enum(['auto', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;
/** Data older than so many minutes are decided on with a second thought (D13). */
const STALE_MINUTES = 15;
const fileSchema = z.strictObject({
  theme: themeSchema,
  staleMinutes: z.int().min(5).max(240).default(STALE_MINUTES),
});
type Kept = z.infer<typeof fileSchema>;
const FIRST: Kept = { theme: 'auto', staleMinutes: STALE_MINUTES };

export interface SettingsShown {
  server: string;
  host: Host['name'];
  secretStore: string;
  databaseBytes: number;
  version: string;
  theme: Theme;
  staleMinutes: number;
  managed: string[];
  attributions: string;
}

export interface DeskSettings {
  read(): Promise<SettingsShown>;
  /** What is absent, or undefined, stays as it is. */
  change(change: { readonly [Name in keyof Kept]?: Kept[Name] | undefined }): Promise<void>;
}

export interface SettingsParts {
  /** Holds preferences alone: nothing of anybody. */
  readonly path: string;
  readonly host: Pick<Host, 'name' | 'secrets'>;
  readonly server: string;
  readonly version: string;
  readonly attributions: string;
  /** Path of the open database, or null when nobody is signed in. */
  readonly databasePath: () => string | null;
}

export function createDeskSettings(parts: SettingsParts): DeskSettings {
  return {
    async read() {
      return {
        server: parts.server,
        host: parts.host.name,
        secretStore: parts.host.secrets.label,
        databaseBytes: await sizeOf(parts.databasePath()),
        version: parts.version,
        ...(await readKept(parts.path)),
        managed: [`Service national : ${parts.server}`],
        attributions: parts.attributions,
      };
    },
    async change({ theme, staleMinutes }) {
      const before = await readKept(parts.path);
      const kept: Kept = { theme: theme ?? before.theme, staleMinutes: staleMinutes ?? before.staleMinutes };
      await mkdir(dirname(parts.path), { recursive: true });
      await writeFile(`${parts.path}.new`, JSON.stringify(kept));
      await rename(`${parts.path}.new`, parts.path);
    },
  };
}

async function readKept(path: string): Promise<Kept> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return FIRST;
  }
}

/** The file and its log. */
async function sizeOf(path: string | null): Promise<number> {
  if (path === null) return 0;
  const sizes = [path, `${path}-wal`].map((one) =>
    stat(one).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
