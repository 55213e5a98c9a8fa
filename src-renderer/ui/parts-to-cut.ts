/** Shorter than this, a name is read whole nearly everywhere. */
const SHORT = 26;
const LONGEST_END = 24;

/**
 * Where a long name may be cut: names of institutions begin alike ("Centre hospitalier de…") and differ at their end.
 *
 * @example partsToCut('EHPAD de démonstration – Les Érables') // ['EHPAD de démonstration', ' – Les Érables']
 */
export function partsToCut(text: string): readonly [beginning: string, end: string] {
  if (text.length <= SHORT) return [text, ''];
  const from = text.length - LONGEST_END;
  const dash = text.indexOf(' – ', from);
  const blank = dash >= 0 ? dash : text.indexOf(' ', from);
  return blank < 0 ? [text, ''] : [text.slice(0, blank), text.slice(blank)];
}
