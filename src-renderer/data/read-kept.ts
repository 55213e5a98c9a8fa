/** What a window kept of its state as text: an object, empty when there is none or when it cannot be read. */
export function readKept(text: string | null): Record<string, unknown> {
  try {
    return keptObject(text === null ? null : JSON.parse(text));
  } catch {
    return {};
  }
}

/** A part of what was kept; an empty object when it is anything else. */
export function keptObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
