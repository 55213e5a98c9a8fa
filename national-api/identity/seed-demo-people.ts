/** Gives the demonstration its people, once: persons, habilitations, and the regulators that missions can be given to. */
import { addDays, todayIn } from '../../contract/domain/civil-date.ts';
import type { Ground } from '../kernel/ground.ts';
import { seal } from '../kernel/seal.ts';
import { SYSTEM_PRINCIPAL, UnitOfWork } from '../kernel/unit-of-work.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import { keepRegulatorInStep } from './keep-regulator-in-step.ts';

/** Days before today at which the demonstration's habilitations began. */
const SINCE_DAYS = 60;

/** Does nothing for people who are already there; every habilitation is in the journal. */
export async function seedDemoPeople(ground: Ground): Promise<void> {
  await ground.database.transaction(async (writer) => {
    const work = new UnitOfWork(writer, ground);
    const today = todayIn('Europe/Paris', work.now);
    const known = new Set((await writer.selectFrom('person').select('id').execute()).map(({ id }) => id));
    for (const demo of DEMO_PEOPLE.filter(({ id }) => !known.has(id))) {
      const name = `${demo.givenName} ${demo.familyName}`;
      await writer
        .insertInto('person')
        .values({ id: demo.id, subject: null, email: demo.email, name, createdAt: work.at })
        .execute();
      const habilitation = {
        id: `${demo.id}-habilitation`,
        personId: demo.id,
        role: demo.role,
        agency: demo.agency,
        departements: demo.departements === null ? null : JSON.stringify(demo.departements),
        validFrom: addDays(today, -SINCE_DAYS),
        validUntil: demo.ended ? addDays(today, -1) : null,
        grantedByName: 'Démonstration',
        reason: 'Personne inventée pour la démonstration',
        revokedAt: null,
      };
      await writer.insertInto('habilitation').values(habilitation).execute();
      await keepRegulatorInStep(work, demo.id);
      work.journal({
        actor: SYSTEM_PRINCIPAL,
        commandId: null,
        kind: 'habilitation.grant',
        subjectKind: 'person',
        subjectId: demo.id,
        subjectAgency: demo.agency,
        origin: 'system',
        batchId: null,
        decidedAt: null,
        reason: habilitation.reason,
        before: null,
        after: { role: demo.role, agency: demo.agency, validUntil: habilitation.validUntil },
      });
    }
    await seal(work);
  });
}
