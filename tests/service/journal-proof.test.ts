/** The journal given to a workstation: each line once, within a right, with what its reader needs to prove it. FEATURES D7; TRUST D5. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { journalLineText, journalWordsText } from '../../contract/national/journal-text.ts';
import type { Principal } from '../../contract/national/principal.ts';
import type { JournalLineView } from '../../contract/national/views/journal-views.ts';
import { journalQuerySchema } from '../../contract/national/views/journal-views.ts';
import { readJournalPage } from '../../national-api/journal/read-journal-page.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const stored = (value: object | null) => (value === null ? null : JSON.stringify(value));

/** What a reader computes from the answer alone (docs/journal.md). */
function faultsOf(lines: readonly JournalLineView[]): string[] {
  return lines.flatMap((line) => {
    const { number, salt, actorName, reason, before, after } = line;
    const wrong = sha256(journalLineText(line)) === line.hash ? [] : [`line ${number}`];
    if (salt === null) return wrong;
    const words = { actorName, reason, before: stored(before), after: stored(after) };
    return sha256(journalWordsText(salt, words)) === line.valueHash ? wrong : [...wrong, `words ${number}`];
  });
}

onBothDatabases('the journal as a workstation reads it', (kind) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld(kind);
  });
  afterEach(() => world.dispose());

  const read = (actor: Principal, query: object = {}) =>
    readJournalPage(world.ground, actor, journalQuerySchema.parse(query));

  async function decide(agency: number, personId: string, patch: object = {}): Promise<string> {
    const mission = await world.mission({ agency });
    const input = { priority: 'P1' as const, reason: 'Service « fermé » à l’été – été' };
    const command = world.command('mission.set-priority', mission.id, input, patch);
    await world.send(world.regulator(agency as 6, { personId }), command);
    return mission.id;
  }

  it('D7 holds by what the answer itself says, whatever the words, and ends where the service says', async () => {
    for (let index = 0; index < 6; index += 1)
      await decide(6, `r-${index}`, { origin: index % 2 ? 'bulk' : 'offline' });
    const { lines, head } = await read(world.desk());
    expect(faultsOf(lines)).toEqual([]);
    expect(lines.map(({ hash }) => hash).slice(1)).toEqual(lines.map(({ previousHash }) => previousHash).slice(0, -1));
    expect([lines[0]?.number, lines[0]?.hash]).toEqual([head.number, head.hash]);
    const altered = lines.map((line, index) => (index === 2 ? { ...line, reason: 'Autre motif' } : line));
    expect(faultsOf(altered)).toEqual([`words ${lines[2]?.number}`]);
  });

  it('D7 an administrator proves the lines of technical events without any of their words', async () => {
    const grant = {
      email: 'n@e.example',
      name: 'N',
      role: 'auditor' as const,
      agency: 6,
      departements: null,
      validUntil: null,
    };
    const command = world.command('habilitation.grant', 'p-9', { ...grant, reason: 'Inspection' });
    await world.send(world.desk({ role: 'ccs-lead' }), command);
    await decide(6, 'r-1');
    const { lines } = await read(world.desk({ role: 'administrator' }));
    expect(lines.map((line) => line.kind)).toEqual(['habilitation.grant']);
    expect(lines[0]).toMatchObject({ salt: null, actorName: null, reason: null, before: null, after: null });
    expect(faultsOf(lines)).toEqual([]);
  });

  it('D7 no page, under any filter, shows an ARS the acts of another region', async () => {
    const here = await decide(6, 'own');
    const there = await decide(14, 'other');
    const lead = world.regulator(6, { role: 'ars-lead' });
    for (const query of [{}, { mission: there }, { subject: there }, { actor: 'other' }, { origin: 'single' }]) {
      const { lines } = await read(lead, query);
      expect(lines.filter((line) => line.agency !== 6 && line.subjectAgency !== 6)).toEqual([]);
    }
    expect((await read(lead, { mission: here })).lines).toHaveLength(1);
    expect((await read(lead, { mission: there })).lines).toHaveLength(0);
    expect((await read(world.regulator(6, { personId: 'own' }), { actor: 'other' })).lines).toHaveLength(0);
    expect((await read(world.regulator(14, { role: 'auditor' }))).lines.map(({ actorId }) => actorId)).toEqual([
      'other',
    ]);
  });

  it('D7 is filtered by origin, and by a mission with its proposals', async () => {
    const mission = await world.mission();
    const candidate = await world.candidate({ agency: 6 });
    const proposal = '0193aaaa-0000-7000-8000-000000000001';
    const pair = { missionId: mission.id, candidateId: candidate.id, openingId: null, reason: null };
    await world.send(world.regulator(), world.command('proposal.create', proposal, pair, { origin: 'suggestion' }));
    await decide(6, 'elsewhere', { origin: 'bulk' });
    const kinds = async (query: object) => (await read(world.desk(), query)).lines.map((line) => line.kind);
    expect(await kinds({ mission: mission.id })).toEqual(['proposal.create']);
    expect(await kinds({ origin: 'suggestion' })).toEqual(['proposal.create']);
    expect(await kinds({ origin: 'bulk' })).toEqual(['mission.set-priority']);
  });

  it('D7 paging with a cursor gives each line once, while new lines arrive', async () => {
    const runs = kind === 'sqlite' ? 12 : 5;
    for (let index = 0; index < 9; index += 1) await decide(6, `first-${index}`);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 4 }),
        async (limit, arrivals) => {
          const { head } = await read(world.desk(), { limit: 1 });
          const seen: number[] = [];
          let before: number | null = null;
          for (let page = 0; ; page += 1) {
            const answer = await read(world.desk(), { limit, ...(before === null ? {} : { before }) });
            seen.push(...answer.lines.map(({ number }) => number));
            for (let one = 0; one < (arrivals[page] ?? 0); one += 1) await decide(6, `later-${page}`);
            before = answer.next;
            if (before === null) break;
          }
          expect(seen).toEqual(Array.from({ length: head.number }, (_, index) => head.number - index));
        },
      ),
      { numRuns: runs, seed: 20201115 },
    );
  });
});
