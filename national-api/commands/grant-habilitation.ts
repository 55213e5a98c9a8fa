/**
 * Gives a person a role, a scope and an end (DOMAIN §9). The subject is the person's id: made by the caller for somebody
 * new, found by e-mail for somebody known.
 */
import { addDays, isCivilDate, todayIn } from '../../contract/domain/civil-date.ts';
import { agencyOf, isAgencyCode } from '../../contract/domain/geography/agency.ts';
import { parseEmailAddress } from '../../contract/domain/identifier/email-address.ts';
import type { CommandInput } from '../../contract/national/commands/command-inputs.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { agencyFits, mayGrant } from '../identity/grantable-role.ts';
import { timeZoneOf } from '../identity/habilitation-today.ts';
import { keepRegulatorInStep } from '../identity/keep-regulator-in-step.ts';
import { CommandRefusal } from '../kernel/command-outcome.ts';
import type { CommandHandler } from '../kernel/handler.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import { requireRight } from '../rights/require-right.ts';
import { actOf, journalEffect } from '../rules/act.ts';

/** An ARS lead gives rights for a time (DOMAIN §9: "time-limited"); at most this long, then again. */
const REGION_MOST_DAYS = 366;

type Input = CommandInput<'habilitation.grant'>;

function checkScope(actor: Principal, input: Input): void {
  const { role, agency, departements } = input;
  requireRight(actor, 'manage-habilitations', { agency, reason: input.reason });
  if (actor.role !== 'system' && !mayGrant(actor.role, role)) {
    throw new CommandRefusal('role-not-grantable', 'Votre habilitation ne permet pas de donner ce rôle.');
  }
  if (!agencyFits(role, agency)) {
    throw new CommandRefusal('habilitation-scope', 'Ce rôle et ce périmètre ne vont pas ensemble.');
  }
  const known: readonly string[] = isAgencyCode(agency) ? agencyOf(agency).departements : [];
  if (departements !== null && (departements.length === 0 || !departements.every((code) => known.includes(code)))) {
    throw new CommandRefusal('habilitation-scope', 'Ces départements ne sont pas tous de la région.');
  }
  // Who is limited to some départements gives no more than those.
  const held = actor.departements;
  if (held !== null && (departements === null || !departements.every((code) => held.includes(code)))) {
    throw new CommandRefusal('out-of-scope', 'Ces départements sont hors de votre périmètre.');
  }
}

function checkEnd(actor: Principal, input: Input, today: string): void {
  const { validUntil } = input;
  if (validUntil !== null && (!isCivilDate(validUntil) || validUntil < today)) {
    throw new CommandRefusal('habilitation-end', 'La date de fin de l’habilitation est passée ou n’existe pas.');
  }
  if (actor.role !== 'ars-lead') return;
  if (validUntil === null || validUntil > addDays(today, REGION_MOST_DAYS)) {
    throw new CommandRefusal('habilitation-end', 'Une ARS habilite pour une durée limitée : un an au plus.');
  }
}

/** The person of the command, made when new. */
async function settlePerson(work: UnitOfWork, subject: string, email: string, name: string): Promise<void> {
  const found = await work.writer.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst();
  if (found) {
    if (found.id !== subject) {
      throw new CommandRefusal('person-known', 'Cette adresse est celle d’une personne déjà connue : choisissez-la.');
    }
    return;
  }
  const other = await work.writer.selectFrom('person').select('id').where('id', '=', subject).executeTakeFirst();
  if (other) throw new CommandRefusal('person-known', 'Cette personne est connue sous une autre adresse.');
  await work.writer
    .insertInto('person')
    .values({ id: subject, subject: null, email, name, createdAt: work.at })
    .execute();
}

export const grantHabilitation: CommandHandler<'habilitation.grant'> = {
  kind: 'habilitation.grant',
  async footprint(_reader, command) {
    const email = parseEmailAddress(command.input.email);
    return [`person:${command.subject}`, ...(email.ok ? [`email:${email.value}` as const] : [])];
  },
  async execute(context) {
    const { work, actor, command } = context;
    const { input, subject } = command;
    checkScope(actor, input);
    const today = todayIn(timeZoneOf(input.agency), work.now);
    checkEnd(actor, input, today);
    const email = parseEmailAddress(input.email);
    if (!email.ok) throw new CommandRefusal('invalid-input', email.message);
    const departements = input.departements === null ? null : JSON.stringify(input.departements);
    await settlePerson(work, subject, email.value, input.name);
    const same = await work.writer
      .selectFrom('habilitation')
      .selectAll()
      .where('personId', '=', subject)
      .where('role', '=', input.role)
      .where('revokedAt', 'is', null)
      .execute();
    // A renewal replaces the habilitation of the same role and region: one line to read, one to revoke.
    const replaced = same.filter(({ agency }) => agency === input.agency).map(({ id }) => id);
    if (replaced.length > 0) {
      await work.writer.updateTable('habilitation').set({ revokedAt: work.at }).where('id', 'in', replaced).execute();
    }
    await work.writer
      .insertInto('habilitation')
      .values({
        id: work.ground.makeId(),
        personId: subject,
        role: input.role,
        agency: input.agency,
        departements,
        validFrom: today,
        validUntil: input.validUntil,
        grantedByName: actor.displayName,
        reason: input.reason,
        revokedAt: null,
      })
      .execute();
    await keepRegulatorInStep(work, subject);
    const { role, agency, validUntil } = input;
    journalEffect(actOf(context), {
      kind: command.kind,
      subjectKind: 'person',
      subjectId: subject,
      subjectAgency: agency,
      reason: input.reason,
      before: { replaced },
      after: { role, agency, departements: input.departements, validUntil },
    });
  },
};
