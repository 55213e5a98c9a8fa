/** A public form that cannot be taken: every field at fault with its sentence, so that nothing is typed twice (F39). */
import type { InvalidField } from '../../contract/national/problem.ts';
import type { ProblemCode } from '../../contract/national/problem-codes.ts';

export class FormRefusal extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly InvalidField[];

  /** @param message French sentence */
  constructor(code: ProblemCode, message: string, errors: readonly InvalidField[] = []) {
    super(message);
    this.name = 'FormRefusal';
    this.code = code;
    this.errors = errors;
  }
}

const SOME_FIELDS = 'Certaines réponses sont à corriger ; rien n’est perdu.';

/** Gathers the faults of a form field by field. */
export interface FormCheck {
  /** Keeps the value of a parsed field, or notes its fault. */
  take<Value>(pointer: string, parsed: { ok: true; value: Value } | { ok: false; message: string }): Value | null;
  fault(pointer: string, message: string): void;
  /** @throws FormRefusal when anything was noted */
  settle(): void;
}

/** @example const check = startFormCheck(); const email = check.take('/email', parseEmailAddress(form.email)); */
export function startFormCheck(): FormCheck {
  const errors: InvalidField[] = [];
  return {
    take(pointer, parsed) {
      if (parsed.ok) return parsed.value;
      errors.push({ pointer, message: parsed.message });
      return null;
    },
    fault: (pointer, message) => {
      errors.push({ pointer, message });
    },
    settle() {
      if (errors.length > 0) throw new FormRefusal('invalid-input', SOME_FIELDS, errors);
    },
  };
}
