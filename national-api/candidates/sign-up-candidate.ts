/**
 * A volunteer signs up, once (F66-F69): to verify, available, free. A second record of the same person is taken too,
 * and shows among the duplicates that an ARS merges (DOMAIN §3).
 */
import { POOL_KINDS } from '../../contract/domain/pool.ts';
import type { CandidateForm } from '../../contract/national/forms/candidate-form.ts';
import { FormRefusal } from '../accounts/form-refusal.ts';
import type { Writer } from '../database/database.ts';
import type { Ground } from '../kernel/ground.ts';
import { seal } from '../kernel/seal.ts';
import type { Stored } from '../kernel/unit-of-work.ts';
import { SYSTEM_PRINCIPAL, UnitOfWork } from '../kernel/unit-of-work.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { CheckedCandidateForm } from './read-candidate-form.ts';
import { flagsOf, readCandidateForm } from './read-candidate-form.ts';

export interface CandidateReceipt {
  readonly candidateId: string;
  readonly number: number;
  readonly message: string;
}

const TAKEN =
  'Votre inscription est enregistrée. Vous pouvez être contacté par votre ARS, par le ministère ou par un établissement.';

/** The pools that a newcomer is in: the volunteers of the region and, who goes anywhere, those of the nation (§6). */
async function firstPools(writer: Writer, agency: number | null, mobilisation: string) {
  const pools = await writer
    .selectFrom('pool')
    .select(['id', 'kind', 'agency'])
    .where('kind', 'in', ['regional-volunteers', 'national-volunteers'])
    .orderBy('id')
    .execute();
  const joined = pools.filter((pool) =>
    pool.kind === 'regional-volunteers' ? agency !== null && pool.agency === agency : mobilisation === 'national',
  );
  const kinds = POOL_KINDS.filter(
    (kind) =>
      (kind === 'regional-volunteers' && agency !== null) ||
      (kind === 'national-volunteers' && mobilisation === 'national'),
  );
  return {
    pools: JSON.stringify(joined.map(({ id }) => id)),
    poolKinds: kinds.reduce((mask, kind) => mask | (1 << POOL_KINDS.indexOf(kind)), 0),
  };
}

/** The number that people read out loud: the next one (F69). The caller holds the lock of numbers. */
async function nextNumber(writer: Writer): Promise<number> {
  const row = await writer
    .selectFrom('candidate')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

async function rowOf(
  writer: Writer,
  form: CandidateForm,
  { email, identifier, home }: CheckedCandidateForm,
  at: string,
): Promise<Omit<Stored<'candidate'>, 'version' | 'updatedAt'>> {
  const { lastName, firstName, profession, specialty, identifierKind, activityKind, mobilisation } = form;
  return {
    id: form.candidateId,
    number: await nextNumber(writer),
    lastName,
    firstName,
    ...home,
    profession,
    specialty,
    identifierKind,
    identifier,
    activityKind,
    startDate: form.startDate,
    endDate: form.endDate,
    ...(flagsOf(form) as Required<ReturnType<typeof flagsOf>>),
    mobilisation,
    ...(await firstPools(writer, home.agency, mobilisation)),
    identityDocument: 0,
    diploma: 0,
    verification: 'to-verify',
    verificationVersion: 0,
    verificationByName: null,
    verificationAt: null,
    availability: 'available',
    availabilityReason: null,
    availabilityVersion: 0,
    availabilityByName: null,
    availabilityAt: null,
    engagement: 'none',
    engagedSince: null,
    engagedProposalId: null,
    assignedUntil: null,
    openProposals: 0,
    mergedInto: null,
    createdAt: at,
    involvedAgencies: 0,
    emailKey: email,
  };
}

async function alreadyTaken(work: UnitOfWork, form: CandidateForm, email: string): Promise<CandidateReceipt | null> {
  const found = await work.get('candidate', form.candidateId);
  if (found === null) return null;
  if (found.emailKey !== email || found.lastName !== form.lastName || found.firstName !== form.firstName) {
    throw new FormRefusal('form-id-reused', 'Cet identifiant d’inscription a déjà servi pour une autre personne.');
  }
  return { candidateId: found.id, number: found.number, message: TAKEN };
}

/**
 * @throws FormRefusal
 * @example const { number } = await signUpCandidate(ground, candidateFormSchema.parse(body));
 */
export async function signUpCandidate(ground: Ground, form: CandidateForm): Promise<CandidateReceipt> {
  const checked = readCandidateForm(form);
  return ground.database.transaction(async (writer) => {
    await ground.database.lockSubjects(writer, [`candidate:${form.candidateId}`, 'candidate:number'].sort());
    const work = new UnitOfWork(writer, ground);
    const taken = await alreadyTaken(work, form, checked.email);
    if (taken !== null) return taken;
    const row = await work.insert('candidate', await rowOf(writer, form, checked, work.at));
    const { email, phone } = checked;
    await writer
      .insertInto('candidateContact')
      .values({ candidateId: row.id, email, phone, message: form.message === '' ? null : form.message })
      .execute();
    work.journal({
      actor: SYSTEM_PRINCIPAL,
      commandId: null,
      kind: 'candidate.sign-up',
      subjectKind: 'candidate',
      subjectId: row.id,
      subjectAgency: row.agency,
      origin: 'system',
      batchId: null,
      decidedAt: null,
      reason: null,
      before: null,
      after: { number: row.number, profession: row.profession, departement: row.departement },
    });
    queueMail(work, {
      kind: 'candidate-registered',
      recipient: email,
      candidateId: row.id,
      graceSeconds: 0,
      variables: { firstName: form.firstName, lastName: form.lastName },
    });
    await seal(work);
    return { candidateId: row.id, number: row.number, message: TAKEN };
  });
}
