/** What the settings window shows and changes. */
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Host } from '../host/host.ts';

const themeSchema = z.enum(['auto', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;
const fileSchema = z.strictObject({ theme: themeSchema });

export interface SettingsShown {
  server: string;
  host: Host['name'];
  secretStore: string;
  databaseBytes: number;
  version: string;
  theme: Theme;
  managed: string[];
  attributions: string;
}

export interface DeskSettings {
  read(): Promise<SettingsShown>;
  change(change: { readonly theme: Theme }): Promise<void>;
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
        theme: await readTheme(parts.path),
        managed: [`Service national : ${parts.server}`],
        attributions: parts.attributions,
      };
    },
    async change({ theme }) {
      await mkdir(dirname(parts.path), { recursive: true });
      await writeFile(`${parts.path}.new`, JSON.stringify({ theme }));
      await rename(`${parts.path}.new`, parts.path);
    },
  };
}

async function readTheme(path: string): Promise<Theme> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(path, 'utf8'))).theme;
  } catch {
    return 'auto';
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
