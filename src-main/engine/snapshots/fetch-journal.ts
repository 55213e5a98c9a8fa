/**
 * The journal of an export, asked of the service page after page before the base is read: it is nowhere on this
 * workstation. Offline, the export goes on without it, and says so.
 */
import type { JournalLineView } from '../../../contract/national/views/journal-views.ts';
import { MOST_JOURNAL_PAGE } from '../../../contract/national/views/journal-views.ts';
import { NationalFault } from '../../national/national-fault.ts';
import {
  journalColumns,
  nominativeLine,
  pseudonymisedLine,
  withoutSmallGroups,
} from '../../snapshots/content/journal-part.ts';
import type { Pseudonyms } from '../../snapshots/content/pseudonyms.ts';
import type { SnapshotRequest, SnapshotScope } from '../../snapshots/format/manifest.ts';
import type { WrittenPart } from '../../snapshots/format/write-part.ts';
import { createPartWriter } from '../../snapshots/format/write-part.ts';
import type { OpenDesk } from '../open-desk.ts';
import type { ExportJob } from './export-job.ts';
import { ExportStopped, forEachRow } from './export-job.ts';
import { SMALLEST_GROUP } from './gather-people.ts';
import { writeRows } from './write-rows.ts';

/** The newest so many lines; a review could not hold more in memory. */
const MOST_LINES = 50_000;

export interface FetchedJournal {
  /** Null: the service could not be asked. */
  readonly part: WrittenPart | null;
  /** French: what is not in it, and why; null when it is whole. */
  readonly message: string | null;
}

const OWN_ONLY = 'le fichier ne contient que vos actes sur ce poste, pas le journal du service.';
const SIGNED_OUT = `Journal non lu : aucune session avec le service national ; ${OWN_ONLY}`;
const offline = (fault: NationalFault): string => `Journal non lu : ${fault.message} De ce fait, ${OWN_ONLY}`;
const TRUNCATED = `Journal : seules les ${MOST_LINES.toLocaleString('fr')} lignes les plus récentes sont dans le fichier.`;
const withheldWords = (count: number): string =>
  `Journal : ${count.toLocaleString('fr')} ${count > 1 ? 'lignes écartées' : 'ligne écartée'}, de groupes trop petits.`;

type Place = Readonly<Record<'agency' | 'departement' | 'profession', string | number | null>>;
const PLACE = {
  mission: 'SELECT agency, departement, profession FROM main.mission WHERE id = ?',
  proposal: `SELECT m.agency, m.departement, m.profession FROM main.proposal AS p
    JOIN main.mission AS m ON m.id = p."missionId" WHERE p.id = ?`,
  candidate: 'SELECT agency, departement, profession FROM main.candidate WHERE id = ?',
} as const;

function placeOf({ store }: OpenDesk, { subjectKind, subjectId }: JournalLineView): Place | null {
  const kind = subjectKind === 'alert' ? 'mission' : subjectKind;
  if (kind !== 'mission' && kind !== 'proposal' && kind !== 'candidate') return null;
  return store.statements.rows<Place>(PLACE[kind], subjectId)[0] ?? null;
}

/** Of the territory and professions of the snapshot; what has no place is of its agency. */
function isInScope(desk: OpenDesk, { agency, departements, professions }: SnapshotScope, line: JournalLineView) {
  if (agency !== null && line.subjectAgency !== agency && line.agency !== agency) return false;
  if (departements.length === 0 && professions.length === 0) return true;
  const place = placeOf(desk, line);
  return (
    place !== null &&
    (departements.length === 0 || departements.some((one) => one === place.departement)) &&
    (professions.length === 0 || professions.some((one) => one === place.profession))
  );
}

interface Brought {
  /** Oldest first. */
  readonly lines: readonly JournalLineView[];
  readonly isTruncated: boolean;
}

/** @throws NationalFault; ExportStopped */
async function bring(
  job: ExportJob,
  desk: OpenDesk,
  { scope }: SnapshotRequest,
  signal: AbortSignal,
): Promise<Brought> {
  const client = desk.client();
  if (client === null) throw new NationalFault('session-expired');
  const lines: JournalLineView[] = [];
  for (let before: number | null = null; ; ) {
    const asked = { from: scope.from, until: scope.until, mission: null, before, limit: MOST_JOURNAL_PAGE };
    const page = await client.readJournal(asked, signal);
    if (before === null) job.onTotal(Math.min(page.head.number, MOST_LINES));
    await forEachRow(job, page.lines, (line) => {
      job.onRows(1);
      if (isInScope(desk, scope, line)) lines.push(line);
    });
    before = page.next;
    const isTruncated = before !== null && lines.length >= MOST_LINES;
    if (before === null || isTruncated) return { lines: lines.slice(0, MOST_LINES).reverse(), isTruncated };
  }
}

/** @throws ExportStopped */
export async function fetchJournal(
  job: ExportJob,
  desk: OpenDesk,
  request: SnapshotRequest,
  pseudonyms: Pseudonyms,
  signal: AbortSignal,
): Promise<FetchedJournal> {
  const { nominative } = request;
  try {
    const { lines, isTruncated } = await bring(job, desk, request, signal);
    const kept = nominative ? lines : withoutSmallGroups(lines, SMALLEST_GROUP);
    const writer = createPartWriter('journal', journalColumns(nominative));
    const rank = { next: 0 };
    const part = await writeRows({ ...job, onRows: () => undefined }, writer, kept, (line) => {
      rank.next += 1;
      return nominative ? nominativeLine(line) : pseudonymisedLine(line, rank.next, pseudonyms);
    });
    const left = lines.length - kept.length;
    const said = [isTruncated ? TRUNCATED : null, left > 0 ? withheldWords(left) : null].filter(Boolean).join(' ');
    return { part, message: said === '' ? null : said };
  } catch (error) {
    if (signal.aborted) throw new ExportStopped();
    if (!(error instanceof NationalFault)) throw error;
    return { part: null, message: desk.client() === null ? SIGNED_OUT : offline(error) };
  }
}
