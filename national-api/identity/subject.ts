/** Who a token speaks for: a person of a cell, an establishment account, or a candidate. */
export const SUBJECT_KINDS = ['person', 'account', 'candidate'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** The subject as OpenID Connect carries it (`sub`). @example formatSubject({ kind: 'person', id: 'a' }) // 'person:a' */
export function formatSubject({ kind, id }: Subject): string {
  return `${kind}:${id}`;
}

/** Reads a `sub` of ours; null when it is none. */
export function parseSubject(text: string): Subject | null {
  const separator = text.indexOf(':');
  const kind = SUBJECT_KINDS.find((known) => known === text.slice(0, separator));
  const id = text.slice(separator + 1);
  return kind === undefined || id === '' ? null : { kind, id };
}
