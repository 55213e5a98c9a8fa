/** Regulation points archived on this workstation: files of the folder `points`, sealed for its own key. */
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2})_([A-Za-z0-9-]{1,64})\.renfort$/;
const MOST_LISTED = 200;

export interface ArchivedPoint {
  readonly pointId: string;
  readonly takenAt: string;
  readonly bytes: number;
}

export interface ArchivedPoints {
  list(): Promise<readonly ArchivedPoint[]>;
  keep(pointId: string, takenAt: string, bytes: Uint8Array): Promise<void>;
  /** Null when it is gone. */
  read(pointId: string): Promise<Uint8Array | null>;
}

export function createArchivedPoints(folder: string): ArchivedPoints {
  const names = async (): Promise<string[]> =>
    (await readdir(folder).catch(() => [])).filter((name) => NAME.test(name));
  return {
    async list() {
      const newest = (await names()).sort().reverse().slice(0, MOST_LISTED);
      return Promise.all(
        newest.map(async (name) => {
          const [, at = '', pointId = ''] = NAME.exec(name) ?? [];
          const [day, time = ''] = at.split('T');
          const { size } = await stat(join(folder, name));
          return { pointId, takenAt: `${day}T${time.replaceAll('-', ':')}.000Z`, bytes: size };
        }),
      );
    },
    async keep(pointId, takenAt, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${takenAt.slice(0, 19).replaceAll(':', '-')}_${pointId}.renfort`);
      await writeFile(`${path}.new`, bytes, { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
    async read(pointId) {
      const found = (await names()).find((name) => NAME.exec(name)?.[2] === pointId);
      return found === undefined ? null : new Uint8Array(await readFile(join(folder, found)));
    },
  };
}
