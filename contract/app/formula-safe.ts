/** A cell that begins so is taken for a formula by spreadsheets (OWASP, CSV injection; TRUST S27); full-width forms too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Text as a spreadsheet must take it for text.
 *
 * @example formulaSafe('=HYPERLINK("https://x")') // "'=HYPERLINK(\"https://x\")"
 */
export function formulaSafe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
