/**
 * Files made for a person and not saved yet: their bytes never pass through a page. A file is given once, and forgotten
 * after a time: personal data do not stay where nobody asks for them.
 */
export interface HeldFile {
  readonly name: string;
  readonly parts: readonly Uint8Array[];
}

export interface HeldFiles {
  keep(file: HeldFile): string;
  /** Null when it was given already, or forgotten. */
  take(id: string): HeldFile | null;
}

const LIFE_MILLISECONDS = 10 * 60_000;
const MOST = 3;

export function createHeldFiles(clock: () => number, makeId: () => string): HeldFiles {
  const held = new Map<string, HeldFile & { readonly until: number }>();
  const forget = () => {
    for (const [id, { until }] of held) if (held.size > MOST || until <= clock()) held.delete(id);
  };
  return {
    keep(file) {
      const id = makeId();
      held.set(id, { ...file, until: clock() + LIFE_MILLISECONDS });
      forget();
      return id;
    },
    take(id) {
      forget();
      const file = held.get(id) ?? null;
      held.delete(id);
      return file && { name: file.name, parts: file.parts };
    },
  };
}
