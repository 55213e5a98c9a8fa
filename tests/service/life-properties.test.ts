/**
 * Random lives: sequences of decisions by several people on the same few missions and candidates, one after the other,
 * in one batch, or at the same moment, with the clock and the sweep in between. Whatever the verdicts, the invariants
 * hold, the derived columns equal a recount, and each accepted decision has its one line in the journal.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../contract/national/commands/command.ts';
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';
import type { Verdict } from '../../contract/national/commands/verdict.ts';
import { todayOf } from '../../contract/national/facts/today.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { sweep } from '../../national-api/clock/sweep.ts';
import type { Tables } from '../../national-api/database/tables.ts';
import { onBothDatabases } from '../support/databases.ts';
import { brokenInvariants } from '../support/life-invariants.ts';
import type { World } from '../support/world.ts';
import { startWorld } from '../support/world.ts';

const RUNS = { sqlite: 50, postgres: 10 } as const;
/** Hours; every step takes one, so that what began later can be told apart. */
const MINUTE = 1 / 60;
const SEED = Number(process.env['LIFE_SEED'] ?? 20_201_115);

/** Each as often as it stands here: enough proposals for people to be wanted at several places at once. */
const ACTIONS = [
  ...['propose', 'propose', 'propose', 'propose', 'propose', 'propose', 'contact', 'contact', 'contact', 'contact'],
  ...['contact', 'accept', 'accept', 'accept', 'refuse', 'refuse', 'on-behalf', 'on-behalf', 'withdraw', 'release'],
  ...[
    'end-early',
    'end-early',
    'cancel',
    'change-need',
    'change-need',
    'close',
    'reopen',
    'availability',
    'merge',
    'remind',
  ],
] as const;
type Action = (typeof ACTIONS)[number];

interface Decision {
  readonly action: Action;
  /** Which subjects: each picks among what exists by remainder. */
  readonly picks: readonly [number, number, number];
  readonly stale: boolean;
}

/** What happens next: some decisions in one batch, or at the same moment, then maybe some hours. */
interface Step {
  readonly decisions: readonly Decision[];
  readonly together: boolean;
  readonly hours: number;
}

const decision: fc.Arbitrary<Decision> = fc.record({
  action: fc.constantFrom(...ACTIONS),
  // Unbiased: small numbers would send everybody to the first mission.
  picks: fc.noBias(fc.tuple(fc.nat(59), fc.nat(59), fc.nat(59))),
  stale: fc.integer({ min: 0, max: 11 }).map((draw) => draw === 0),
});
const step: fc.Arbitrary<Step> = fc.record({
  decisions: fc.array(decision, { minLength: 1, maxLength: 4 }),
  together: fc.boolean(),
  hours: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 25, 80),
});

interface Life {
  readonly missions: readonly Tables['mission'][];
  readonly candidates: readonly Tables['candidate'][];
  readonly openingId: string;
}

const pick = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length];

onBothDatabases('random lives', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(kind, { seed: `lives-${SEED}` });
  });
  afterAll(() => world.dispose());

  const day = (shift: number): string => new Date(world.ground.clock() + shift * 86_400_000).toISOString().slice(0, 10);

  async function begin(): Promise<Life> {
    const [one, two] = [await world.establishment(), await world.establishment()];
    const missions = [];
    for (const [establishment, headcount, from, until] of [
      [one, 1, 1, 10],
      [one, 2, -3, 5],
      [two, 2, 10, 12],
      [two, 1, 0, 3],
    ] as const) {
      const dates = { startDate: day(from), endDate: day(until) };
      missions.push(await world.mission({ establishmentId: establishment.id, headcount, ...dates }));
    }
    const away = { agency: 14, departement: '31', mobilisation: 'national' };
    const emailKey = `${world.nextId()}@exemple.test`;
    const candidates = [];
    for (const patch of [{ emailKey }, { emailKey }, away, away]) candidates.push(await world.candidate(patch));
    const opening = await world.place('opening', {
      state: 'active',
      receiverAgency: 6,
      lenderAgencies: '[14]',
      poolKinds: 4,
      professions: '[]',
      specialties: '[]',
      mobilisations: '["national"]',
      fromDate: day(-1),
      untilDate: day(20),
      ceiling: 1,
      createdAt: new Date(world.ground.clock()).toISOString(),
    });
    return { missions, candidates, openingId: opening.id };
  }

  /** The command of a decision on the nation as it now is, with who gives it; null when there is nothing to act on. */
  async function commandOf(life: Life, { action, picks, stale }: Decision): Promise<[Principal, Command] | null> {
    const missionIds = life.missions.map(({ id }) => id);
    const { read } = world.ground.database;
    const proposals = await read
      .selectFrom('proposal')
      .selectAll()
      .where('missionId', 'in', missionIds)
      .orderBy('id')
      .execute();
    const [first, second, third] = picks;
    const missions = await read.selectFrom('mission').selectAll().where('id', 'in', missionIds).orderBy('id').execute();
    const closed = action === 'reopen' ? missions.filter(({ state }) => state === 'closed') : [];
    const mission = pick(closed, first) ?? (pick(missions, first) as Tables['mission']);
    const ids = life.candidates.map(({ id }) => id);
    const people = await read.selectFrom('candidate').selectAll().where('id', 'in', ids).orderBy('id').execute();
    const chosen = pick(life.candidates, second) as Tables['candidate'];
    // A first version has nothing before it that anybody could have seen.
    const back = (version: number): number => (stale && version > 1 ? version - 1 : version);
    const regulator = third % 5 === 0 ? world.desk() : world.regulator();
    const among = (...states: string[]) => {
      const found = pick(
        proposals.filter(({ state }) => states.includes(state)),
        first,
      );
      return found ?? pick(proposals, second);
    };
    const onProposal = <Kind extends Command['kind']>(
      actor: 'establishment' | 'regulator',
      commandKind: Kind,
      proposal: Tables['proposal'] | undefined,
      input: object,
    ): [Principal, Command] | null => {
      if (proposal === undefined) return null;
      const who = actor === 'regulator' ? regulator : world.requester(proposal.establishmentId);
      const version = { version: back(proposal.version) };
      return [who, world.command(commandKind, proposal.id, input as never, version as never) as unknown as Command];
    };
    const pair = { missionId: mission.id, candidateId: chosen.id };
    const live = proposals.find(
      ({ missionId, candidateId, state }) =>
        missionId === pair.missionId &&
        candidateId === pair.candidateId &&
        ['open', 'suspended', 'contacted'].includes(state),
    );
    const openingId = chosen.agency === 14 && third % 4 !== 0 ? life.openingId : null;
    switch (action) {
      case 'propose': {
        const input = { ...pair, openingId, reason: third % 3 === 0 ? null : 'Reprise' };
        return [regulator, world.command('proposal.create', world.nextId(), input)];
      }
      case 'contact': {
        const opened = proposals.filter(({ state }) => state === 'open' || state === 'suspended');
        const proposal = third % 2 === 0 ? (pick(opened, first) ?? live) : live;
        if (proposal) {
          const { missionId, candidateId } = proposal;
          return onProposal('establishment', 'proposal.contact', proposal, { missionId, candidateId });
        }
        return [world.requester(mission.establishmentId), world.command('proposal.contact', world.nextId(), pair)];
      }
      case 'on-behalf': {
        const input = { ...pair, openingId, reason: 'Par téléphone' };
        return live
          ? onProposal('regulator', 'proposal.assign-on-behalf', live, input)
          : [regulator, world.command('proposal.assign-on-behalf', world.nextId(), input)];
      }
      case 'accept':
        return onProposal('establishment', 'proposal.accept', among('contacted'), {});
      case 'refuse':
        return onProposal('establishment', 'proposal.refuse', among('contacted'), { reason: 'other', comment: null });
      case 'withdraw':
        return onProposal('regulator', 'proposal.withdraw', among('open', 'suspended'), { reason: 'Repris' });
      case 'release':
        return onProposal('regulator', 'proposal.release', among('contacted'), { reason: 'error', comment: null });
      case 'remind':
        return onProposal('regulator', 'proposal.remind', among('contacted'), {});
      case 'end-early': {
        const input = { on: day((third % 3) - 1), reason: 'absence', comment: null };
        const begun = proposals.filter(({ state, startDate }) => state === 'accepted' && (startDate ?? '') <= day(0));
        return onProposal('establishment', 'proposal.end-early', pick(begun, first) ?? among('accepted'), input);
      }
      case 'cancel': {
        const input = { reason: third % 2 === 0 ? 'error' : 'withdrawal', comment: null };
        return onProposal('regulator', 'proposal.cancel-assignment', among('accepted'), input);
      }
      case 'change-need': {
        const need: MissionNeed = {
          profession: 'infirmier-diplome-etat',
          specialty: null,
          headcount: (third % 7) % 4,
          startDate: day((second % 12) - 2),
          endDate: day((second % 12) + (first % 8)),
          ehpad: false,
          intensiveCare: false,
          vehicle: false,
          weekend: false,
          vaccinationHelp: false,
          vaccinationExperience: false,
          vaccinationProfessions: [],
        };
        const version = back(mission.version);
        const command = world.command('mission.change-need', mission.id, { need }, { version });
        return [world.requester(mission.establishmentId), command];
      }
      case 'close': {
        const version = back(mission.version);
        return [
          regulator,
          world.command('mission.close', mission.id, { reason: 'withdrawn', comment: null }, { version }),
        ];
      }
      case 'reopen': {
        const version = back(mission.version);
        return [regulator, world.command('mission.reopen', mission.id, { reason: 'Erreur' }, { version })];
      }
      case 'availability': {
        const away = people.find(({ availability }) => availability === 'unavailable') ?? pick(people, second);
        if (away === undefined) return null;
        const version = back(away.availabilityVersion);
        const input = { available: away.availability === 'unavailable', reason: null };
        return [world.desk(), world.command('candidate.set-availability', away.id, input, { version })];
      }
      case 'merge': {
        if (third % 3 !== 0) return null;
        const [duplicate, kept] = life.candidates;
        if (!duplicate || !kept) return null;
        const version = duplicate.version;
        const input = { intoId: kept.id, reason: 'Doublon' };
        return [regulator, world.command('candidate.merge', duplicate.id, input, { version })];
      }
    }
  }

  async function play(life: Life, { decisions, together, hours }: Step, sent: [Command, Verdict][]): Promise<void> {
    const commands: [Principal, Command][] = [];
    for (const each of decisions) {
      const made = await commandOf(life, each);
      if (made) commands.push(made);
    }
    const batches = together
      ? await Promise.all(commands.map(([actor, command]) => world.send(actor, command)))
      : await inTurn(commands);
    for (const [index, [, command]] of commands.entries()) {
      const verdict = batches[index]?.[0];
      if (verdict) sent.push([command, verdict]);
    }
    world.advance(hours + MINUTE);
    if (hours > 0) await sweep(world.ground);
  }

  /** Neighbours of one actor go in one batch: a decision then meets the effects of the one before. */
  async function inTurn(commands: readonly [Principal, Command][]): Promise<Verdict[][]> {
    const verdicts: Verdict[][] = [];
    for (let index = 0; index < commands.length; ) {
      const [actor] = commands[index] as [Principal, Command];
      const batch: Command[] = [];
      while (commands[index + batch.length]?.[0].personId === actor.personId) {
        batch.push((commands[index + batch.length] as [Principal, Command])[1]);
      }
      for (const verdict of await world.send(actor, ...batch)) verdicts.push([verdict]);
      index += batch.length;
    }
    return verdicts;
  }

  async function journalLines(sent: readonly [Command, Verdict][]): Promise<ReadonlyMap<string, number>> {
    const lines = new Map<string, number>();
    for (const { commandId, kind: lineKind } of await world.ground.database.read
      .selectFrom('journal')
      .select(['commandId', 'kind'])
      .where(
        'commandId',
        'in',
        sent.map(([command]) => command.commandId),
      )
      .execute()) {
      const key = `${commandId} ${lineKind}`;
      lines.set(key, (lines.get(key) ?? 0) + 1);
    }
    return lines;
  }

  it('F59 F82 F85 the invariants hold under any interleaving, and derived columns equal a recount', async () => {
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20, size: 'max' }), async (steps) => {
        const life = await begin();
        const sent: [Command, Verdict][] = [];
        const establishments = life.missions.map(({ establishmentId }) => establishmentId);
        const people = life.candidates.map(({ id }) => id);
        for (const each of steps) {
          await play(life, each, sent);
          const today = todayOf(6, world.ground.clock());
          const broken = await brokenInvariants(world.ground.database, establishments, people, today);
          expect(broken).toEqual([]);
        }
        if (sent.length === 0) return;
        const lines = await journalLines(sent);
        for (const [command, verdict] of sent) {
          const key = `${command.kind} ${verdict.outcome}`;
          outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
          expect(verdict.outcome).not.toBe('later');
          expect(lines.get(`${command.commandId} ${command.kind}`) ?? 0).toBe(verdict.outcome === 'accepted' ? 1 : 0);
          if (verdict.outcome === 'conflict') expect([verdict.author, verdict.at]).not.toContain(null);
        }
      }),
      { numRuns: RUNS[kind], seed: SEED },
    );
    // The lives are not empty: each kind of decision was accepted somewhere, and conflicts were met.
    const accepted = [...outcomes.keys()].filter((key) => key.endsWith(' accepted'));
    expect(accepted.length).toBeGreaterThan(kind === 'sqlite' ? 12 : 6);
    expect([...outcomes.keys()].some((key) => key.endsWith(' conflict'))).toBe(true);
  }, 120_000);
});
