import { writeFileSync } from 'node:fs';

/**
 * Writes a table as JSON, a row per line so that a change of the data reads well in a comparison.
 *
 * @returns number of bytes written
 */
export function writeTable(url, columns, records) {
  const rows = records.map((record) => JSON.stringify(columns.map((column) => record[column])));
  return write(url, `{"columns":${JSON.stringify(columns)},"rows":[\n${rows.join(',\n')}\n]}\n`);
}

/** Writes GeoJSON features, one per line; returns the number of bytes written. */
export function writeFeatures(url, features) {
  const lines = features.map((one) => JSON.stringify(one));
  return write(url, `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`);
}

/** Writes a text; returns the number of bytes written. */
export function write(url, text) {
  writeFileSync(url, text);
  return Buffer.byteLength(text);
}
