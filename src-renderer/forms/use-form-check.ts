import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldError } from './field-error.ts';

export interface FormCheck {
  /** For the element that holds the fields. */
  readonly frame: React.RefObject<HTMLFormElement | null>;
  /** What is told: nothing before the person tried to send, then what is still to mend. */
  readonly told: readonly FieldError[];
  /** The sentence beside a field. */
  errorOf(field: string): string | undefined;
  /** Tries to send: false, and the first field to mend takes the focus. @param among only these fields count */
  pass(among?: readonly FieldError[]): boolean;
  focus(field: string): void;
}

const FOCUSABLE = 'input:not([type="hidden"]), select, textarea, button';

/**
 * Says what is missing when a form is sent, never before: a form that is being filled in is not full of errors.
 * Enter sends it, as any form; Ctrl+Enter too, from a text of several lines where Enter begins another one.
 *
 * @param onEscape leaves the form, which keeps what was typed
 */
export function useFormCheck(errors: readonly FieldError[], onEscape?: () => void): FormCheck {
  const frame = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const told = asked ? errors : [];
  useEffect(() => {
    const form = frame.current;
    const send = (event: KeyboardEvent) => {
      // Escape first closes the list that a field shows.
      const isListOpen = (event.target as HTMLElement).getAttribute('aria-expanded') === 'true';
      if (event.key === 'Escape' && !event.defaultPrevented && !isListOpen) onEscape?.();
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      form?.requestSubmit();
    };
    form?.addEventListener('keydown', send);
    return () => form?.removeEventListener('keydown', send);
  });
  const focus = useCallback((field: string) => {
    const found = frame.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    const target = found?.matches(FOCUSABLE) === true ? found : found?.querySelector<HTMLElement>(FOCUSABLE);
    target?.focus();
  }, []);
  return {
    frame,
    told,
    errorOf: (field) => told.find((error) => error.field === field)?.message,
    pass(among = errors) {
      const first = among[0];
      setAsked(first !== undefined);
      if (first !== undefined) focus(first.field);
      return first === undefined;
    },
    focus,
  };
}
