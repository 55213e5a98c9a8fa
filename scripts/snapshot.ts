/**
 * `npm run snapshot -- info|verify|diff FILE [FILE]`: exported snapshots on a server without a window. Exit codes are those of
 * docs/snapshot-format.md §8, so that scripts may trust them.
 */
import { readFile } from 'node:fs/promises';
import { compareSnapshots } from '../src-main/snapshots/compare/compare-snapshots.ts';
import { createSnapshotRows } from '../src-main/snapshots/compare/snapshot-rows.ts';
import { openFileStream } from '../src-main/snapshots/format/file-stream.ts';
import { openSnapshot } from '../src-main/snapshots/format/open-snapshot.ts';
import type { ReadOptions, ReadSnapshot } from '../src-main/snapshots/format/read-container.ts';
import { SNAPSHOT_FAULTS, SnapshotFault } from '../src-main/snapshots/format/snapshot-fault.ts';
import { readTrust, trustListSchema } from '../src-main/snapshots/format/trust-list.ts';
import type { Keys } from '../src-main/snapshots/format/unseal.ts';
import { describeComparison, totalsOf } from './snapshot/describe-comparison.ts';
import { describeSnapshot, summariseSnapshot } from './snapshot/describe-snapshot.ts';
import type { SnapshotCommand } from './snapshot/read-arguments.ts';
import { readArguments, USAGE } from './snapshot/read-arguments.ts';

const WRONG_COMMAND_LINE = 2;

const say = (text: string) => process.stdout.write(text);
const sayLine = (value: object) => say(`${JSON.stringify(value)}\n`);

async function keysOf({ identities, passphraseFile }: SnapshotCommand): Promise<Keys> {
  const texts = await Promise.all(identities.map((path) => readFile(path, 'utf8')));
  const lines = texts.flatMap((text) => text.split(/\r?\n/)).filter((line) => /^AGE-SECRET-KEY-/.test(line));
  const [passphrase = null] = passphraseFile === null ? [] : (await readFile(passphraseFile, 'utf8')).split(/\r?\n/);
  return { identities: lines, passphrase };
}

async function open(file: string, command: SnapshotCommand, onBlock?: ReadOptions['onBlock']): Promise<ReadSnapshot> {
  const trust = readTrust(trustListSchema.parse(JSON.parse(await readFile(command.trust, 'utf8'))));
  const expiredOpens = command.archive || command.name === 'info';
  const options = { trust, now: Date.now(), expiredOpens, ...(onBlock === undefined ? {} : { onBlock }) };
  return openSnapshot(await openFileStream(file), await keysOf(command), options);
}

async function openRows(file: string, command: SnapshotCommand) {
  const rows = createSnapshotRows();
  const { manifest } = await open(file, command, rows.onBlock);
  return { manifest, rows };
}

async function run(command: SnapshotCommand): Promise<void> {
  const [first = '', second = ''] = command.files;
  if (command.name === 'diff') {
    const comparison = compareSnapshots(await openRows(first, command), await openRows(second, command));
    if (command.json) sayLine({ ...comparison, totals: totalsOf(comparison) });
    else say(describeComparison(comparison));
    return;
  }
  const read = await open(first, command);
  if (command.json) sayLine(summariseSnapshot(read));
  else if (command.name === 'info') say(describeSnapshot(read));
  else say(`Instantané prouvé : signé par ${read.signer.owner}, contenu intact.\n`);
}

async function main(args: readonly string[]): Promise<number> {
  const command = readArguments(args);
  if (command === null) {
    process.stderr.write(USAGE);
    return WRONG_COMMAND_LINE;
  }
  try {
    await run(command);
    return 0;
  } catch (error) {
    if (!(error instanceof SnapshotFault)) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return 1;
    }
    process.stderr.write(`${error.message}\n`);
    if (command.json) sayLine({ refused: error.code });
    return SNAPSHOT_FAULTS[error.code].exit;
  }
}

process.exitCode = await main(process.argv.slice(2));
