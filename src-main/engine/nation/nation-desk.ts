import type { OpenDesk } from '../open-desk.ts';

/** What the national desk's answers stand on. */
export type NationDesk = Pick<OpenDesk, 'store' | 'image' | 'person'>;
