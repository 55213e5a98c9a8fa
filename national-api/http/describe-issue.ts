/** What a schema found wrong, as a pointer and a French sentence; the value itself is never repeated. */
import type { InvalidField } from '../../contract/national/problem.ts';

/** What both zod and the standard schema tell of an issue. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly expected?: unknown;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly maximum?: number | bigint;
  readonly minimum?: number | bigint;
  readonly origin?: string;
  readonly format?: string;
}

/** Beyond this many the list is no help. */
const MOST_FIELDS = 20;

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'Un texte est attendu.',
  number: 'Un nombre est attendu.',
  int: 'Un nombre entier est attendu.',
  boolean: 'Oui ou non (true ou false) est attendu.',
  array: 'Une liste est attendue.',
  object: 'Un ensemble de champs est attendu.',
  record: 'Un ensemble de champs est attendu.',
  null: 'Aucune valeur (null) est attendue.',
  file: 'Un fichier est attendu.',
};

const UNITS: Readonly<Record<string, string>> = {
  string: ' caractères',
  array: ' éléments',
  set: ' éléments',
  file: ' octets',
};

function sentence(issue: Issue): string {
  const unit = UNITS[issue.origin ?? ''] ?? '';
  switch (issue.code) {
    case 'invalid_type':
      return EXPECTED[String(issue.expected)] ?? 'Cette valeur n’est pas du type attendu.';
    case 'unrecognized_keys':
      return 'Champ inconnu : il n’est pas prévu ici.';
    case 'invalid_value':
      return (issue.values?.length ?? 0) <= 12 && issue.values
        ? `Valeurs permises : ${issue.values.map(String).join(', ')}.`
        : 'Cette valeur n’est pas dans la liste permise.';
    case 'too_big':
      return `Au plus ${String(issue.maximum)}${unit}.`;
    case 'too_small':
      return `Au moins ${String(issue.minimum)}${unit}.`;
    case 'invalid_format':
      return 'Ce texte n’a pas la forme attendue.';
    case 'invalid_union':
      return 'Cette valeur n’a aucune des formes permises.';
    default:
      return 'Cette valeur n’est pas permise.';
  }
}

/** Keys come from the caller: only a plain one is repeated in an answer. */
function segment(part: PropertyKey | { readonly key: PropertyKey }): string {
  const key = String(typeof part === 'object' ? part.key : part);
  return /^[\w.-]{1,64}$/.test(key) ? key : '…';
}

/** @example describeIssues([{ code: 'invalid_type', expected: 'int', path: ['body', 'n'], message: '' }]) */
export function describeIssues(issues: readonly Issue[]): InvalidField[] {
  const fields: InvalidField[] = [];
  for (const issue of issues.slice(0, MOST_FIELDS)) {
    const path = (issue.path ?? []).map(segment);
    const keys = issue.code === 'unrecognized_keys' ? (issue.keys ?? []).slice(0, MOST_FIELDS) : [null];
    for (const key of keys) {
      const pointer = key === null ? path : [...path, segment(key)];
      fields.push({ pointer: pointer.map((part) => `/${part}`).join(''), message: sentence(issue) });
    }
  }
  return fields.slice(0, MOST_FIELDS);
}
