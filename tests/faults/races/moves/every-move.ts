import { FACT_MOVES } from './fact-moves.ts';
import { MISSION_MOVES } from './mission-moves.ts';
import type { Moves } from './move.ts';
import { OPENING_MOVES } from './opening-moves.ts';
import { PROPOSAL_MOVES } from './proposal-moves.ts';

/** Every kind of command that a race may try. */
export const EVERY_MOVE: Moves = { ...FACT_MOVES, ...PROPOSAL_MOVES, ...MISSION_MOVES, ...OPENING_MOVES };
