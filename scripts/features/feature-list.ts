import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const featureList = z.strictObject({
  note: z.string(),
  features: z.array(z.strictObject({ id: z.string().regex(/^[FD]\d{1,3}$/), title: z.string().min(3) })),
});

/** One numbered feature: `F1`…`F180` come from the field's documents, `D1`…`D15` are ours. */
export type Feature = z.infer<typeof featureList>['features'][number];

/**
 * The numbered features (`docs/features.json`). Numbers are stable, never used twice.
 *
 * @throws Error when the file is not in shape or a number stands twice.
 */
export function readFeatureList(root: string): readonly Feature[] {
  const { features } = featureList.parse(JSON.parse(readFileSync(join(root, 'docs', 'features.json'), 'utf8')));
  const ids = features.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new Error(`docs/features.json: ${twice} stands twice`);
  return features;
}
