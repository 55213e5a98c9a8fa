/** What one check of the house says: it counts as one test, passed or failed. */
export type CheckResult = {
  /** Short name, shown in the summary, e.g. `types: contract`. */
  readonly name: string;
  /** One sentence about what was looked at, with its count, e.g. `38 files`. */
  readonly scope: string;
  /** Empty when the check passed; else one line per violation, with the file and what to do. */
  readonly violations: readonly string[];
};
