/** A bug planted in the production code while it is loaded, to see that the campaigns see it (TRUST §3.4). */
import type { DatabaseKind } from '../../support/databases.ts';
import type { SourceChange } from '../service/source-change.ts';

export interface PlantedBug {
  /** Kebab-case; also the mark of its copy of the service. */
  readonly name: string;
  /** What is wrong, in one sentence. */
  readonly story: string;
  /** Where it shows; the first is the quickest. One absent is argued in `elsewhere`. */
  readonly databases: readonly [DatabaseKind, ...DatabaseKind[]];
  /** Why the bug changes nothing on the other database. */
  readonly elsewhere?: string;
  readonly changes: readonly SourceChange[];
}

/** One change of one file. */
export function change(file: string, find: string, replace: string): SourceChange {
  return { file, find, replace };
}
