/** The two ways in which a command's handler says no. Anything else that is thrown is a fault: `later`, never stored. */
import type { RowKind } from '../../contract/national/rows/row-kinds.ts';

/** A right or a rule says no; stored with the command id, told until read. */
export class CommandRefusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'CommandRefusal';
    this.code = code;
  }
}

export interface ConflictDetail {
  readonly kind: RowKind;
  readonly id: string;
  readonly author: string | null;
  readonly at: string | null;
}

/** Someone acted since the person looked: the verdict carries the current row, its author and the time. */
export class CommandConflict extends Error {
  readonly code: string;
  readonly detail: ConflictDetail;
  constructor(code: string, message: string, detail: ConflictDetail) {
    super(message);
    this.name = 'CommandConflict';
    this.code = code;
    this.detail = detail;
  }
}

/** The footprint read before locking was no longer true after: the slice starts again with a larger one. */
export class FootprintMoved extends Error {}
