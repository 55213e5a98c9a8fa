/** Ceilings on what a foreign file may ask of this machine (TRUST S23, S24): checked before anything is allocated. */

const MEBIBYTE = 1024 * 1024;

export const LIMITS = {
  /** The file as it lies on the disk. */
  fileBytes: 200 * MEBIBYTE,
  /** The text of the manifest. */
  manifestBytes: MEBIBYTE,
  parts: 32,
  columns: 120,
  /** One part, compressed: it is held whole until its digest is known. */
  partBytes: 64 * MEBIBYTE,
  /** All parts, inflated. */
  inflatedBytes: 2000 * MEBIBYTE,
  /** Inflated over compressed, once a part inflates beyond a mebibyte. */
  ratio: 250,
  /** Rows of one part. */
  rows: 1_000_000,
  /** One line of a part, which holds one block of rows. */
  lineBytes: 16 * MEBIBYTE,
  rowsInBlock: 5_000,
  /** The head of a sealed file, before its content. */
  sealHeaderBytes: 64 * 1024,
  /** Of a passphrase: 2^18 asks 256 MiB of memory. */
  scryptLogN: 18,
} as const;
