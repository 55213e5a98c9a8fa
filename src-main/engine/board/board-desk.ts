import type { OpenDesk } from '../open-desk.ts';

/** What the board needs of an open desk. */
export type BoardDesk = Pick<OpenDesk, 'store' | 'image' | 'handles' | 'person'>;
