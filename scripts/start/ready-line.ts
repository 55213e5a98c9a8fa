import { z } from 'zod';

/** A demo person as the service announces it. Fields that this command does not know are left alone. */
const person = z.looseObject({
  name: z.string(),
  /** French: role, agency, remark. */
  label: z.string(),
  /** What the sign-in page knows them by. */
  login: z.string(),
});

const readyLine = z.looseObject({ url: z.url(), people: z.array(person) });

/** The one JSON line that the national service prints when it is ready. */
export type ReadyLine = z.infer<typeof readyLine>;

/** Reads one line of the service's output; `undefined` when it is not the ready line. */
export function parseReadyLine(line: string): ReadyLine | undefined {
  if (!line.trimStart().startsWith('{')) return undefined;
  try {
    const parsed = readyLine.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
