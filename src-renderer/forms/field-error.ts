/** What keeps a form from being sent: one sentence per field, in the order of the fields. */
export interface FieldError {
  /** The `data-field` of what mends it. */
  readonly field: string;
  /** The field as it is named on screen. */
  readonly label: string;
  readonly message: string;
}
