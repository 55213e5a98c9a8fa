/** What somebody who starts the desk, or calls the one that runs, wants to see; empty: only the desk itself. */
export interface DeskWishes {
  /** Addresses of ours, as text: parsed before anything else (TRUST S34). */
  readonly links: readonly string[];
  /** Absolute paths of snapshots. */
  readonly files: readonly string[];
}
