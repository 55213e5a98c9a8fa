import type { ChangeFigure } from '../../../contract/domain/snapshot-figure.ts';

/** One change, with the row behind it. */
export interface ChangeLine {
  readonly figure: ChangeFigure;
  readonly id: string;
  readonly agency: number | null;
  readonly departement: string | null;
  readonly profession: string | null;
  /** Establishment, pseudonym or name, or what a regulation row is about. */
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Who did it, where the row says so. */
  readonly by: string | null;
  /** Posts, where the figure counts posts; 1 elsewhere. */
  readonly weight: number;
}
