/**
 * A history: 2 to 4 workstations on the same few missions, deciding online and offline over a bad network and a full
 * disk, restarted at any time; then faults stop, everybody synchronises, and the oracles judge.
 *
 * Each seed draws its own weights: what is rare in one history is common in another (swarm testing, TRUST §3.4).
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision } from '../../../contract/app/decision.ts';
import type { Violation } from '../oracles/evidence.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { seededRandom } from '../seeded-random.ts';
import type { ServiceCode } from '../service/load-service.ts';
import type { ClientStage } from './client-stage.ts';
import { openClientStage, regulator, requester } from './client-stage.ts';
import type { FaultWeights } from './faulty-transport.ts';
import { NETWORK_FAULTS } from './faulty-transport.ts';
import { judgeHistory } from './final-oracles.ts';
import type { ClientCode } from './load-client.ts';
import { quickFolder } from './quick-folder.ts';
import { Workstation } from './workstation.ts';

const HEALING_ROUNDS = 8;
const PRIORITIES = ['P1', 'P2', 'P3', 'none'] as const;
const NOTES = ['Rappeler', 'Vu avec le directeur', null] as const;

export interface HistoryReport {
  readonly seed: number;
  readonly violations: readonly Violation[];
  /** Decisions by final state, so that a campaign shows that it really played. */
  readonly states: Readonly<Record<string, number>>;
}

export interface HistoryCode {
  readonly client: ClientCode;
  readonly service: ServiceCode;
  readonly bulk: ClientStage['bulk'];
}

const MOVES = [
  'decide',
  'step',
  'all-step',
  'restart',
  'undo',
  'resolve',
  'withdraw',
  'commit-held',
  'renew',
  'leave',
  'contact',
  'wait',
  'slow-commit',
  'storm',
  'buried',
] as const;
type Move = (typeof MOVES)[number];

function drawWeights(random: SeededRandom): {
  moves: Record<Move, number>;
  faults: FaultWeights;
  disk: number;
  restless: number;
  hold: number;
} {
  const some = (most: number) => (random.chance(0.5) ? 0 : most * random.fraction());
  const often: Record<Move, number> = {
    ...{ decide: 30, step: 25, 'all-step': 8, restart: 6, undo: 8, resolve: 8, withdraw: 3, 'commit-held': 6 },
    ...{ renew: 3, leave: 1.5, contact: 10, wait: 4, 'slow-commit': 4, storm: 3, buried: 3 },
  };
  const moves = Object.fromEntries(
    MOVES.map((move) => [move, often[move] * (0.3 + 1.4 * random.fraction())]),
  ) as Record<Move, number>;
  const faults = Object.fromEntries(NETWORK_FAULTS.map((fault) => [fault, some(0.35)]));
  return { moves, faults, disk: some(0.08), restless: some(0.6), hold: some(0.5) };
}

function drawDecision(stage: ClientStage, station: Workstation, random: SeededRandom): [Decision, string[]] {
  const mission = random.pick(stage.missions);
  const proposals = station.mirror('proposal').filter(({ id }) => typeof id === 'string');
  const kind = random.weighted({
    priority: 10,
    note: 6,
    propose: 4,
    withdraw: proposals.length > 0 ? 5 : 0,
    life: 1,
    verify: 2,
    'withdraw-own': 2,
  });
  switch (kind) {
    case 'note':
      return [{ kind: 'note', text: random.pick(NOTES) }, [mission]];
    case 'propose':
      return [{ kind: 'propose', missionIds: [mission], reason: null }, [random.pick(stage.candidates)]];
    case 'withdraw':
      return [{ kind: 'withdraw-proposal', reason: 'Erreur' }, [random.pick(proposals).id]];
    case 'withdraw-own': {
      const made = station.outbox().filter((row) => row.kind === 'proposal.create');
      return [{ kind: 'withdraw-proposal', reason: 'Erreur' }, made.length > 0 ? [random.pick(made).subject] : []];
    }
    case 'life':
      return random.chance(0.5)
        ? [{ kind: 'close-mission', closing: 'duplicate', comment: null }, [mission]]
        : [{ kind: 'reopen-mission', reason: 'Erreur' }, [mission]];
    case 'verify':
      return [{ kind: 'verify', verified: random.chance(0.5), reason: 'Pièce lue' }, [random.pick(stage.candidates)]];
    default: {
      const targets = random.chance(0.2) ? [...stage.missions] : [mission];
      return [{ kind: 'set-priority', priority: random.pick(PRIORITIES), reason: null }, targets];
    }
  }
}

/** An establishment contacts somebody who was proposed: the rest of the field moves too. */
async function contact(stage: ClientStage, random: SeededRandom): Promise<void> {
  const actor = requester(stage.establishmentId);
  const command = {
    ...{ commandId: stage.makeId(), kind: 'proposal.contact', subject: stage.makeId(), version: 0, origin: 'single' },
    ...{ batchId: null, decidedAt: new Date(stage.clock()).toISOString() },
    input: { missionId: random.pick(stage.missions), candidateId: random.pick(stage.candidates) },
  };
  await stage.send(actor, [command as never]);
}

async function play(
  stage: ClientStage,
  stations: readonly Workstation[],
  random: SeededRandom,
  hold: number,
  move: Move,
): Promise<void> {
  const station = random.pick(stations);
  const { outbox } = station.options.code;
  switch (move) {
    case 'decide':
      station.act();
      return;
    case 'step':
      await station.step();
      return;
    case 'all-step':
      await Promise.all(stations.map((one) => one.step()));
      return;
    case 'restart':
      station.restart();
      return;
    case 'commit-held':
      station.commitHeld();
      return;
    case 'undo': {
      const batch = station.batches.at(-1 - random.below(3));
      if (batch === undefined) return;
      const undone = outbox.readBatch(station.store.statements, batch).map(({ commandId }) => commandId);
      station.attempt(() => {
        station.desk.undo(batch);
        for (const commandId of undone) station.takenBack.add(commandId);
      });
      return;
    }
    case 'resolve': {
      const conflicts = station.outbox().filter(({ state }) => state === 'conflict');
      if (conflicts.length === 0) return;
      const { commandId } = random.pick(conflicts);
      const keep = random.chance(0.6) ? 'mine' : 'theirs';
      station.attempt(() => {
        station.desk.resolve(commandId, keep);
        station.takenBack.add(commandId);
      });
      return;
    }
    case 'withdraw': {
      const pending = station.outbox().filter(({ state }) => state === 'pending');
      if (pending.length === 0) return;
      const { commandId } = random.pick(pending);
      station.attempt(() => {
        station.desk.withdraw(commandId);
        station.takenBack.add(commandId);
      });
      return;
    }
    case 'renew':
      station.store.renewMirror();
      return;
    case 'leave':
      if (random.chance(hold === 0 ? 0.3 : 0.6)) await stage.sendAway(random.pick(stage.missions));
      return;
    case 'contact':
      await contact(stage, random);
      return;
    case 'slow-commit': {
      // A preview stays on screen while the same fact is decided in another window, and delivered.
      const [target] = [random.pick(stage.missions)];
      const [shown, other] = random.shuffled(PRIORITIES);
      station.decide({ kind: 'set-priority', priority: shown ?? 'P1', reason: null }, [target], true);
      station.decide({ kind: 'set-priority', priority: other ?? 'P2', reason: null }, [target], false);
      await station.step();
      station.commitHeld();
      return;
    }
    case 'storm': {
      // The answer is lost behind the commit; before the next attempt the mission leaves, or the mirror is made anew.
      const target = random.pick(stage.missions);
      station.decide({ kind: 'note', text: `Avant la coupure ${stage.makeId()}` }, [target], false);
      station.loseNext('after');
      await station.step();
      if (random.chance(0.3)) await stage.sendAway(target);
      if (random.chance(0.5)) station.attempt(() => station.store.renewMirror());
      return;
    }
    case 'buried': {
      // A colleague's decision comes under a wish that has not left; then the person wishes something else.
      const target = random.pick(stage.missions);
      const colleague = random.pick(stations.filter((one) => one !== station));
      const [mine, theirs, again] = random.shuffled(PRIORITIES);
      const priority = (value: typeof mine): Decision => ({
        kind: 'set-priority',
        priority: value ?? 'P1',
        reason: null,
      });
      station.decide(priority(mine), [target], false);
      colleague.decide(priority(theirs), [target], false);
      await colleague.step();
      station.attempt(() => station.store.renewMirror());
      station.loseNext('before');
      await station.step();
      station.decide(priority(again), [target], false);
      return;
    }
    case 'wait':
      stage.advance(random.below(4000));
      return;
  }
}

async function heal(stage: ClientStage, stations: readonly Workstation[]): Promise<void> {
  for (let round = 0; round < HEALING_ROUNDS; round += 1) {
    stage.advance(10_000);
    for (const station of stations) await station.step();
  }
}

/** Runs the history of a seed. */
export async function runHistory({ client, service, bulk }: HistoryCode, seed: number): Promise<HistoryReport> {
  const random = seededRandom(`history:${seed}`);
  const stage = await openClientStage(service, bulk, random);
  const folder = quickFolder('desk-history-');
  const { moves, faults, disk, restless, hold } = drawWeights(random);
  let healed = true;
  const stations = Array.from({ length: 2 + random.below(3) }, (_, index) => {
    const station = new Workstation({
      ...{ code: client, stage, person: regulator(index), path: join(folder, `${index}.db`) },
      random: seededRandom(`history:${seed}:${index}`),
      weights: () => (healed ? {} : faults),
      diskFull: () => (healed ? 0 : disk),
      restless: () => (healed ? 0 : restless),
    });
    const own = seededRandom(`history:${seed}:${index}:acts`);
    station.act = () => {
      const [decision, targets] = drawDecision(stage, station, own);
      station.decide(decision, targets, own.chance(hold));
    };
    return station;
  });
  try {
    for (const station of stations) await station.step();
    healed = false;
    const length = 20 + random.below(100);
    for (let index = 0; index < length && stations.every(({ violations }) => violations.length === 0); index += 1) {
      await play(stage, stations, random, hold, random.weighted(moves) ?? 'step');
    }
    healed = true;
    await heal(stage, stations);
    const states: Record<string, number> = {};
    for (const { state, outcome } of stations.flatMap((station) => station.outbox())) {
      const name = outcome === 'merged' ? 'merged' : state;
      states[name] = (states[name] ?? 0) + 1;
    }
    return { seed, violations: await judgeHistory(stage, stations), states };
  } finally {
    for (const station of stations) station.close();
    await stage.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}
