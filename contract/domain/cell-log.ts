/** What an entry of a cell's log (« main courante ») is about. */
export const LOG_KINDS = ['hand-over', 'call', 'instruction', 'note'] as const;
export type LogKind = (typeof LOG_KINDS)[number];
