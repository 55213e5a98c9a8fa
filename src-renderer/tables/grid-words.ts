import { FR } from '../text/fr.ts';
import type { GridWords } from '../ui/grid/grid-column.ts';

export const GRID_WORDS: GridWords = FR.grid;
