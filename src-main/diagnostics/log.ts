/** A line of the workspace's log: ids, codes and counts, never a name (TRUST S56). Whoever starts the engine gives the writer. */
export type Log = (event: string, details?: Readonly<Record<string, string | number | boolean | null>>) => void;

/** For tests and for parts that were given no log. */
export const SILENT_LOG: Log = () => {};
