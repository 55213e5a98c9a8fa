/** Yes or no, as ✓ or ✗ for the eye and as a word for a screen reader. */
export function FlagMark({ on, yes, no }: { readonly on: boolean; readonly yes: string; readonly no: string }) {
  return (
    <span className="dk-flag" data-on={on}>
      <span aria-hidden="true">{on ? '✓' : '✗'}</span>
      <span className="dk-visually-hidden">{on ? yes : no}</span>
    </span>
  );
}
