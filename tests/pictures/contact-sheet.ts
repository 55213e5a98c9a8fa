/** One page that shows every window in every size and theme: to be looked at, not to be kept. */

export interface SheetPicture {
  readonly title: string;
  /** Its name in the folder of the sheet. */
  readonly file: string;
}

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function contactSheet(pictures: readonly SheetPicture[]): string {
  const cells = pictures.map(
    ({ title, file }) =>
      `<figure><a href="${file}"><img src="${file}"></a><figcaption>${escapeText(title)}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>
body{margin:16px;font:14px sans-serif;background:#888;display:grid;grid-template-columns:repeat(4,1fr);gap:12px}
figure{margin:0}img{width:100%;display:block}figcaption{padding:4px 0;color:#fff}
</style>${cells.join('')}`;
}
