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

/** Gives a person an address of their own, so that mails to them can be seen; returns it. */
export async function reachable(world: World, candidate: Candidate): Promise<string> {
  const email = `${candidate.id}@volontaire.test`;
  await world.ground.database.write
    .insertInto('candidateContact')
    .values({ candidateId: candidate.id, email, phone: '0600000000', message: null })
    .execute();
  return email;
}

/** The account of a mission's requester, whose id is the requester's person id; returns its address. */
export async function withAccount(world: World, mission: Mission): Promise<string> {
  const { personId } = world.requester(mission.establishmentId);
  const email = `${mission.establishmentId}@etablissement.test`;
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
  return email;
}

/** Kinds and states of the mails to these addresses, oldest first. */
export async function mailsTo(world: World, ...addresses: string[]): Promise<readonly string[]> {
  const mails = await world.ground.database.read
    .selectFrom('mail')
    .select(['kind', 'state'])
    .where('recipient', 'in', addresses)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return mails.map(({ kind, state }) => `${kind} ${state}`);
}

/** The delivery did its work: what waited has left. */
export async function delivered(world: World): Promise<void> {
  await world.ground.database.write.updateTable('mail').set({ state: 'sent' }).where('state', '=', 'waiting').execute();
}

/** The journal's lines that one command wrote, in order: `kind subject`. */
export async function journalOf(world: World, command: { readonly commandId: string }): Promise<readonly string[]> {
  const lines = await world.ground.database.read
    .selectFrom('journal')
    .select(['kind', 'subjectId'])
    .where('commandId', '=', command.commandId)
    .orderBy('number')
    .execute();
  return lines.map(({ kind, subjectId }) => `${kind} ${subjectId}`);
}
