/** A variant of the form as the opening that it would be, in force. */
import type { OpeningVariant } from '../../../contract/app/simulation-shapes.ts';
import type { Opening } from '../../../contract/domain/opening.ts';
import type { CommandInput } from '../../../contract/national/commands/command-inputs.ts';
import { openingColumnsOf } from '../../../contract/national/facts/opening-columns.ts';
import { openingFacts } from '../../../contract/national/facts/opening-facts.ts';
import type { OpeningColumns } from '../../../contract/national/facts/opening-overlap.ts';
import type { OpeningRow } from '../../../contract/national/rows/regulation-rows.ts';

/** Under which the opening that is not made yet is known; no opening has it. */
export const SIMULATED = 'simulated';

export interface SimulatedOpening {
  readonly opening: Opening;
  /** As the rules on openings side by side read it. */
  readonly columns: OpeningColumns;
}

export function openingOfVariant(variant: OpeningVariant): SimulatedOpening {
  const columns = openingColumnsOf({ ...variant, reason: '' } as CommandInput<'opening.create'>);
  const row = { ...columns, id: SIMULATED, state: 'active', ceiling: variant.ceiling, reason: '', authorName: '' };
  return { opening: openingFacts({ ...row, createdAt: '1970-01-01T00:00:00.000Z' } as OpeningRow), columns };
}
