/** Fingerprints of the mirror's schema: a workspace that was built for another one falls back to what it understands. */
import { createHash } from 'node:crypto';
import { MIRROR_DDL, MIRROR_INDEXES } from '../../contract/national/rows/row-ddl.ts';

const sha256 = (statements: readonly string[]): string =>
  createHash('sha256').update(statements.join('\n')).digest('hex');

/** Of the tables: what a bulk transfer is made for. */
export const TABLES_HASH: string = sha256(MIRROR_DDL);

/** Of the tables and indexes: what a ready-made snapshot contains. */
export const SNAPSHOT_SCHEMA_HASH: string = sha256([...MIRROR_DDL, ...MIRROR_INDEXES]);
