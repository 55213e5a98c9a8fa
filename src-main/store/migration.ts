/** One step of the schema of what the workspace owns. */
export interface Migration {
  /** 1, 2, 3…: what `user_version` becomes. */
  readonly version: number;
  readonly statements: readonly string[];
}
