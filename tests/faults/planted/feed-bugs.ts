/** Bugs of what every transaction writes last: feed numbers, tombstones, the journal; and of scopes. */
import type { PlantedBug } from './planted-bug.ts';
import { change } from './planted-bug.ts';

const SEAL = 'national-api/kernel/seal.ts';

export const FEED_BUGS: readonly PlantedBug[] = [
  {
    name: 'feed-number-taken-early',
    story: 'Feed numbers are reserved before the lock that orders commits: a later number may be committed first.',
    databases: ['postgres'],
    elsewhere: 'SQLite has one writer at a time: numbers are always committed in the order in which they were taken.',
    changes: [
      change(
        SEAL,
        '  await ground.database.lockFeed(writer);\n',
        `  const reserved = await ground.database.write
    .updateTable('feedHead')
    .set((row) => ({ number: row('number', '+', 2 * work.touched.length) }))
    .where('id', '=', 1)
    .returning('number')
    .executeTakeFirstOrThrow();
  await new Promise((resolve) => setTimeout(resolve, 3));
  await ground.database.lockFeed(writer);
`,
      ),
      change(SEAL, 'writeFeed(work, head.number)', 'writeFeed(work, reserved.number - 2 * work.touched.length)'),
      change(SEAL, '.set({ number: sealed.head, journalNumber', '.set({ journalNumber'),
    ],
  },
  {
    name: 'tombstone-dropped',
    story: 'A row that leaves the sight of an agency leaves no tombstone.',
    databases: ['sqlite', 'postgres'],
    changes: [change(SEAL, "departures.push({ number, kind, id, audience: lost, reason: 'left-scope' });", '')],
  },
  {
    name: 'entering-rows-not-back-filled',
    story: 'An opening shows people to a region, and only those who change later are ever sent to it.',
    databases: ['sqlite', 'postgres'],
    changes: [
      change(
        'national-api/feed/scope-difference.ts',
        "builder('feed.number', '<=', question.after)",
        "builder('feed.number', '<', 0)",
      ),
    ],
  },
  {
    name: 'leaving-rows-kept',
    story: 'An opening that ends takes nobody back from the workstations of the region that it served.',
    databases: ['sqlite', 'postgres'],
    changes: [
      change(
        'national-api/feed/scope-difference.ts',
        'builder.and([shows(ever), builder.not(shows(target))])',
        "builder('candidate.id', '=', '')",
      ),
    ],
  },
  {
    name: 'chain-without-link',
    story: 'A line of the journal does not hold the hash of the line before.',
    databases: ['sqlite', 'postgres'],
    changes: [change(SEAL, 'previousHash: hash,', "previousHash: '',")],
  },
  {
    name: 'journal-outside-transaction',
    story: 'The journal is written beside the transaction: a rolled back decision stays in it.',
    databases: ['sqlite', 'postgres'],
    changes: [
      change(
        SEAL,
        "await inSlices(lines, (slice) => work.writer.insertInto('journal').values(slice).execute());",
        "void inSlices(lines, (slice) => ground.database.write.insertInto('journal').values(slice).execute()).catch(() => {});",
      ),
    ],
  },
];
