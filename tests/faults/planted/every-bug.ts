import { COMMAND_BUGS } from './command-bugs.ts';
import { FEED_BUGS } from './feed-bugs.ts';
import type { PlantedBug } from './planted-bug.ts';
import { RULE_BUGS } from './rule-bugs.ts';

/** The fixed list: each must be seen within the budget, or the suite fails. */
export const EVERY_BUG: readonly PlantedBug[] = [...COMMAND_BUGS, ...RULE_BUGS, ...FEED_BUGS];
