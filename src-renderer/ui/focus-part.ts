/** Goes to a part of the panel beside a table, as a key asks for it. @returns whether it is there */
export function focusPart(id: string): boolean {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  part?.focus();
  return part !== null;
}

/** Back to the row that the panel is about. */
export function focusLookedRow(): void {
  document.querySelector<HTMLElement>('tr[data-looked="true"]')?.focus();
}
