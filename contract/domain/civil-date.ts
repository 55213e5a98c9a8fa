/** A day of the calendar, `AAAA-MM-JJ`, without hour or zone. Compares as text. */
export type CivilDate = string;

/** Both bounds inclusive; `until: null` means "no end yet". */
export interface CivilRange {
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}
