import { createHash } from 'node:crypto';
import { join } from 'node:path';

export interface PersonDatabase {
  readonly path: string;
  /** Name of its key in the secret store. */
  readonly keyName: string;
}

/** One encrypted database per person and service (TRUST S62): nobody's decisions leave under another's name. */
export function personDatabase(dataFolder: string, server: string, personId: string): PersonDatabase {
  const name = createHash('sha256')
    .update(`${new URL(server).origin}\n${personId}`)
    .digest('hex')
    .slice(0, 32);
  return { path: join(dataFolder, 'bases', `${name}.sqlite`), keyName: `base-${name}` };
}
