/** A key of the keyboard. */
export function KeyCap({ name }: { readonly name: string }) {
  return <kbd className="dk-key">{name}</kbd>;
}
