import type { Selection } from '../../contract/app/selection.ts';

/** A set of rows as the contract carries it. */
export type ChosenSet = NonNullable<Selection['chosen']>['set'];
