/** One-line steps of the life of a proposal, for tests that need a person already proposed, contacted or assigned. */
import { expect } from 'vitest';
import type { Verdict } from '../../contract/national/commands/verdict.ts';
import type { Stored } from '../../national-api/kernel/unit-of-work.ts';
import type { World } from './world.ts';

type Mission = Stored<'mission'>;
type Candidate = Stored<'candidate'>;
type Proposal = Stored<'proposal'>;

/** The verdict of one command, or a failure that shows it. */
export function accepted(verdict: Verdict | undefined): void {
  expect(verdict).toMatchObject({ outcome: 'accepted' });
}

/** The mission's ARS proposes the person; the proposal is open. */
export async function proposed(world: World, mission: Mission, candidate: Candidate): Promise<Proposal> {
  const id = world.nextId();
  const input = { missionId: mission.id, candidateId: candidate.id, openingId: null, reason: null };
  const [verdict] = await world.send(world.regulator(mission.agency ?? 6), world.command('proposal.create', id, input));
  accepted(verdict);
  return world.row('proposal', id);
}

/** The mission's establishment contacts, directly or by the proposal given. */
export async function contacted(
  world: World,
  mission: Mission,
  candidate: Candidate,
  proposal?: Proposal,
): Promise<Proposal> {
  const id = proposal?.id ?? world.nextId();
  const version = proposal?.version ?? 0;
  const input = { missionId: mission.id, candidateId: candidate.id };
  const [verdict] = await world.send(
    world.requester(mission.establishmentId),
    world.command('proposal.contact', id, input, { version }),
  );
  accepted(verdict);
  return world.row('proposal', id);
}

/** The establishment contacts and accepts. */
export async function assigned(world: World, mission: Mission, candidate: Candidate): Promise<Proposal> {
  const { id, version } = await contacted(world, mission, candidate);
  const [verdict] = await world.send(
    world.requester(mission.establishmentId),
    world.command('proposal.accept', id, {}, { version }),
  );
  accepted(verdict);
  return world.row('proposal', id);
}

/** Gives a person an address, so that mails to them can be seen. */
export async function reachable(world: World, candidate: Candidate, email = 'volontaire@exemple.test'): Promise<void> {
  await world.ground.database.write
    .insertInto('candidateContact')
    .values({ candidateId: candidate.id, email, phone: '0600000000', message: null })
    .execute();
}

/** The account of a requester, whose id is the requester's person id. */
export async function withAccount(world: World, mission: Mission, email = 'cadre@exemple.test'): Promise<string> {
  const { personId } = world.requester(mission.establishmentId);
  await world.ground.database.write
    .insertInto('account')
    .values({
      id: personId,
      email,
      lastName: 'Exemple',
      firstName: 'Claude',
      phone: '0300000000',
      establishments: JSON.stringify([mission.establishmentId]),
      state: 'active',
      passwordHash: null,
      createdAt: mission.createdAt,
    })
    .execute();
  await world.ground.database.write
    .updateTable('mission')
    .set({ requesterAccountId: personId })
    .where('id', '=', mission.id)
    .execute();
  return personId;
}

/** Mails in the queue, oldest first. */
export function mailsOf(world: World): Promise<{ kind: string; recipient: string; state: string; body: string }[]> {
  return world.ground.database.read
    .selectFrom('mail')
    .select(['kind', 'recipient', 'state', 'body'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** Kinds of the journal's lines, in order, with what they are about. */
export function journalOf(world: World): Promise<{ kind: string; subjectId: string; commandId: string | null }[]> {
  return world.ground.database.read
    .selectFrom('journal')
    .select(['kind', 'subjectId', 'commandId'])
    .orderBy('number')
    .execute();
}
