/**
 * The `regulator` row of a person, so that a mission can be given to them by name: there while a habilitation of a cell
 * (ARS or CCS) is held, erased when none is left. Its one place.
 */
import type { Stored, UnitOfWork } from '../kernel/unit-of-work.ts';
import { habilitationNow } from './habilitation-today.ts';

const OF_A_CELL: readonly string[] = ['ars-regulator', 'ars-lead', 'ccs-desk', 'ccs-lead'];

/** Call it after any change of the person's habilitations, in the same transaction. */
export async function keepRegulatorInStep(work: UnitOfWork, personId: string): Promise<void> {
  const person = await work.writer.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst();
  const habilitations = await work.writer
    .selectFrom('habilitation')
    .selectAll()
    .where('personId', '=', personId)
    .where('role', 'in', [...OF_A_CELL])
    .execute();
  const held = habilitationNow(habilitations, work.now);
  const row: Stored<'regulator'> | null = await work.get('regulator', personId);
  if (person === undefined || held === null) {
    if (row !== null) await work.erase('regulator', row);
    return;
  }
  const wanted = { name: person.name, role: held.role, agency: held.agency };
  if (row === null) {
    await work.insert('regulator', { id: personId, ...wanted });
  } else if (row.name !== wanted.name || row.role !== wanted.role || row.agency !== wanted.agency) {
    await work.update('regulator', row, wanted);
  }
}
