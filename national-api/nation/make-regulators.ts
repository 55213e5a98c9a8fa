/** The people of the crisis cells: three regulators and a lead in each ARS, a desk and a lead at the CCS. */
import type { AgencyCode } from '../../contract/domain/geography/agency.ts';
import { AGENCIES } from '../../contract/domain/geography/agency.ts';
import type { NationContext } from './nation-context.ts';
import type { NationDraft } from './nation-draft.ts';
import { addressPart, drawPersonName } from './person-names.ts';
import type { Random } from './random.ts';

export interface CellMember {
  readonly id: string;
  /** As decisions write it: "Camille Rochebrune (ARS Grand-Est)". */
  readonly name: string;
  readonly role: 'ars-regulator' | 'ars-lead' | 'ccs-desk' | 'ccs-lead';
  readonly agency: AgencyCode | null;
}

export interface Cells {
  /** A regulator of the agency. */
  regulator(random: Random, agency: AgencyCode): CellMember;
  lead(agency: AgencyCode): CellMember;
  desk(random: Random): CellMember;
  readonly deskLead: CellMember;
}

const DAYS_SINCE_GRANTED = 120;

export function makeRegulators(context: NationContext, draft: NationDraft): Cells {
  const random = context.stream('regulators');
  const { day } = context;
  const grantedAt = day.hoursAgo(DAYS_SINCE_GRANTED * 24);
  const taken = new Set<string>();

  function member(role: CellMember['role'], agency: AgencyCode | null, place: string): CellMember {
    const { firstName, lastName } = drawPersonName(random);
    const id = random.id(Date.parse(grantedAt));
    const name = `${firstName} ${lastName} (${place})`;
    const domain = agency === null ? 'ccs.example' : `${addressPart(place)}.example`;
    let email = `${addressPart(firstName)}.${addressPart(lastName)}@${domain}`;
    if (taken.has(email)) email = email.replace('@', `.${taken.size}@`);
    taken.add(email);
    draft.rows.person.push({ id, subject: null, email, name, createdAt: grantedAt });
    draft.rows.habilitation.push({
      id: random.id(Date.parse(grantedAt)),
      personId: id,
      role,
      agency,
      departements: null,
      validFrom: day.day(-DAYS_SINCE_GRANTED),
      validUntil: null,
      grantedByName: 'Service national',
      reason: 'Constitution de la cellule de crise',
      revokedAt: null,
    });
    draft.rows.regulator.push({ id, version: 1, name, role, agency, updatedAt: grantedAt });
    return { id, name, role, agency };
  }

  const regulators = new Map<AgencyCode, CellMember[]>();
  const leads = new Map<AgencyCode, CellMember>();
  for (const { code, label } of AGENCIES) {
    leads.set(code, member('ars-lead', code, label));
    regulators.set(
      code,
      [0, 1, 2].map(() => member('ars-regulator', code, label)),
    );
  }
  const deskLead = member('ccs-lead', null, 'CCS');
  const desk = [0, 1, 2].map(() => member('ccs-desk', null, 'CCS'));
  return {
    regulator: (source, agency) => source.pick(regulators.get(agency) ?? []),
    lead: (agency) => {
      const lead = leads.get(agency);
      if (lead === undefined) throw new RangeError(`No cell for agency ${agency}`);
      return lead;
    },
    desk: (source) => source.pick(desk),
    deskLead,
  };
}
