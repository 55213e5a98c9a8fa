/** A chosen file in parts that a page may hand over: it knows no path, and keeps nothing of it. */
const PART_BYTES = 768 * 1024;

/** Base64 of bytes, without the call of a function having too many arguments. */
function asBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return btoa(pieces.join(''));
}

/** @example for await (const part of filePartsOf(file)) await client.accounts.imports.receive({ fileId, part }); */
export async function* filePartsOf(file: File): AsyncGenerator<string> {
  for (let at = 0; at < file.size; at += PART_BYTES) {
    yield asBase64(new Uint8Array(await file.slice(at, at + PART_BYTES).arrayBuffer()));
  }
}
