/** The table of planted bugs: what was planted, where, by which seed and after how many races it was seen, by whom. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { REPOSITORY } from '../service/source-change.ts';
import { EVERY_BUG } from './every-bug.ts';
import { hunt, loadSick } from './hunt.ts';

const PAGE = fileURLToPath(new URL('docs/campaigns.md', REPOSITORY));
const BEGIN = '<!-- planted bugs: begin -->';
const END = '<!-- planted bugs: end -->';

export interface BugTable {
  /** Markdown. */
  readonly text: string;
  readonly survivors: number;
}

/** Hunts every bug on every database where it can show. */
export async function bugTable(server: string): Promise<BugTable> {
  const lines = [
    '| bug | what is wrong | database | seed | races to detection | oracle |',
    '|---|---|---|---|---|---|',
  ];
  let survivors = 0;
  for (const bug of EVERY_BUG) {
    const code = await loadSick(bug);
    for (const database of bug.databases) {
      const { seed, runs, seen } = await hunt(bug, code, database, server);
      if (seen === null) survivors += 1;
      const found = seen === null ? `**survived ${runs}** | – | –` : `${seed} | ${runs} | ${seen.oracle}`;
      lines.push(`| \`${bug.name}\` | ${bug.story} | ${database} | ${found} |`);
    }
  }
  return { text: lines.join('\n'), survivors };
}

/** Puts the table between its marks in docs/campaigns.md; a person commits it. */
export function writeBugTable(text: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.split(BEGIN)[0], page.split(END)[1]];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has lost the marks of its table`);
  writeFileSync(PAGE, `${before}${BEGIN}\n${text}\n${END}${after}`);
}
