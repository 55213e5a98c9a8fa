/** The review series of a person: their names, and the keys of their pseudonyms, which never leave the encrypted base. */
import { z } from 'zod';
import { readMeta, writeMeta } from '../../store/meta.ts';
import type { Store } from '../../store/store.ts';

const seriesSchema = z.array(z.strictObject({ id: z.string(), name: z.string(), key: z.string(), madeAt: z.string() }));
type Series = z.infer<typeof seriesSchema>[number];

const META_NAME = 'snapshotSeries';

export function listSeries(store: Store): readonly Series[] {
  return readMeta(store.statements, META_NAME, seriesSchema) ?? [];
}

/** The series of that name, made when there is none yet. @param randomBytes gives fresh random bytes */
export function seriesNamed(
  store: Store,
  name: string,
  make: { readonly id: () => string; readonly at: string; readonly randomBytes: (count: number) => Uint8Array },
): Series {
  const all = listSeries(store);
  const known = all.find((one) => one.name === name);
  if (known !== undefined) return known;
  const key = Buffer.from(make.randomBytes(32)).toString('base64');
  const made = { id: make.id(), name, key, madeAt: make.at };
  store.transaction('decision', ({ statements }) => writeMeta(statements, META_NAME, [...all, made]));
  return made;
}

/** Null when the series is not of this workstation. */
export function keyOfSeries(store: Store, id: string): Uint8Array | null {
  const found = listSeries(store).find((one) => one.id === id);
  return found === undefined ? null : new Uint8Array(Buffer.from(found.key, 'base64'));
}
