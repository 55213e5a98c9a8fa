/** Openings as a list and one by one: who lends to whom, what is used, who has to speak (DOMAIN §6; F108, D6). */
import type { OpeningSheet } from '../../../contract/app/nation-contract.ts';
import type { TableRow } from '../../../contract/app/table-query.ts';
import { isAgencyCode } from '../../../contract/domain/geography/agency.ts';
import type { Mobilisation } from '../../../contract/domain/mobilisation.ts';
import { MOBILISATION_LABELS } from '../../../contract/domain/mobilisation.ts';
import { mayObject, OBJECTION_HOURS } from '../../../contract/domain/opening.ts';
import { POOL_KINDS } from '../../../contract/domain/pool.ts';
import { openingFacts } from '../../../contract/national/facts/opening-facts.ts';
import { agencyName, lendersLabel } from '../../commands/decisions/opening-words.ts';
import { count, missionLabel, professionWord } from '../../commands/words.ts';
import { openingsById, readOpeningView, readProposalsUnder } from '../../store/queries/opening-rows.ts';
import type { OpeningViewRow } from '../../store/views/view-rows.ts';
import type { NationDesk } from './nation-desk.ts';

const HOUR = 3_600_000;

const listOf = <Member>(text: string | null): readonly Member[] =>
  text === null ? [] : (JSON.parse(text) as Member[]);

function agreementsOf(row: OpeningViewRow): readonly { agency: number; byName: string; at: string }[] {
  return listOf(row.agreements);
}

/** What the person's region is in the opening; an ARS sees no others. */
function sideOf(row: OpeningViewRow, own: number | null): 'nation' | 'receives' | 'lends' {
  if (own === null) return 'nation';
  return row.receiverAgency === own ? 'receives' : 'lends';
}

function objectionOf(row: OpeningViewRow, now: number): 'none' | 'possible' | 'made' | 'overruled' {
  if (row.objectionAt !== null) return row.overruledReason === null ? 'made' : 'overruled';
  const isInTime = now - Date.parse(row.createdAt) <= OBJECTION_HOURS * HOUR;
  return isInTime && row.state !== 'closed' ? 'possible' : 'none';
}

/** What is awaited of the person who looks, if anything. */
function awaitedOf(
  row: OpeningViewRow,
  own: number | null,
  now: number,
): 'agree' | 'object-possible' | 'overrule' | null {
  if (row.state === 'closed') return null;
  if (own === null) return objectionOf(row, now) === 'made' ? 'overrule' : null;
  if (sideOf(row, own) !== 'lends') return null;
  if (row.state === 'awaiting-agreement') {
    return agreementsOf(row).some(({ agency }) => agency === own) ? null : 'agree';
  }
  return isAgencyCode(own) && mayObject({ ...openingFacts(row), objection: null }, own, now) && row.objectionAt === null
    ? 'object-possible'
    : null;
}

function receiverWords(row: OpeningViewRow): string {
  const missions = listOf(row.receiverMissions).length;
  return agencyName(row.receiverAgency) + (missions === 0 ? '' : ` · ${count(missions, 'mission')}`);
}

function openingRow(desk: NationDesk, row: OpeningViewRow): TableRow {
  const own = desk.person()?.agency ?? null;
  const { now } = desk.image;
  const professions = listOf<string>(row.professions).map(professionWord);
  return {
    id: row.id,
    state: row.state,
    side: sideOf(row, own),
    receiver: receiverWords(row),
    lenders: lendersLabel(row.lenderAgencies),
    poolKinds: row.poolKinds,
    professions: professions.length === 0 ? 'Toutes' : professions.join(', '),
    mobilisations: listOf<Mobilisation>(row.mobilisations)
      .map((code) => MOBILISATION_LABELS[code])
      .join(', '),
    used: row.used,
    assigned: row.assigned,
    ceiling: row.ceiling,
    fromDate: row.fromDate,
    untilDate: row.untilDate,
    objection: objectionOf(row, now),
    awaits: awaitedOf(row, own, now),
    reason: row.reason,
    authorName: row.authorName,
    createdAt: row.createdAt,
    hasOpenIntent: row.hasOpenIntent,
    hasConflict: row.hasConflict,
  };
}

export function openingList(desk: NationDesk) {
  const { store, image } = desk;
  const rows = readOpeningView(store).map((row) => openingRow(desk, row));
  return { revision: image.revision, complete: image.isComplete('mission'), rows };
}

function lendersThatMustAgree(row: OpeningViewRow): OpeningSheet['agreements'] {
  if ((row.poolKinds & (1 << POOL_KINDS.indexOf('student-reserve'))) === 0) return [];
  const given = agreementsOf(row);
  return listOf<number>(row.lenderAgencies).map((agency) => {
    const one = given.find((agreement) => agreement.agency === agency);
    return { agency, byName: one?.byName ?? null, at: one?.at ?? null };
  });
}

/** Null when the opening is not on this workstation. */
export function openingSheet(desk: NationDesk, id: string): OpeningSheet | null {
  const { store, image } = desk;
  const row = openingsById(store, [id]).get(id);
  if (row === undefined) return null;
  const missionIds = row.receiverMissions === null ? null : [...listOf<string>(row.receiverMissions)];
  return {
    revision: image.revision,
    opening: openingRow(desk, row),
    terms: {
      receiverAgency: row.receiverAgency,
      receiverMissions: missionIds,
      lenderAgencies: row.lenderAgencies === null ? null : [...listOf<number>(row.lenderAgencies)],
      poolKinds: POOL_KINDS.filter((_kind, bit) => (row.poolKinds & (1 << bit)) !== 0),
      professions: [...listOf<string>(row.professions)],
      specialties: [...listOf<string>(row.specialties)],
      mobilisations: [...listOf<string>(row.mobilisations)],
      fromDate: row.fromDate,
      untilDate: row.untilDate,
      ceiling: row.ceiling,
    },
    missions: (missionIds ?? []).map((missionId) => {
      const mission = image.missions.rows.get(missionId);
      return { id: missionId, label: mission === undefined ? 'Mission hors de portée' : missionLabel(mission) };
    }),
    objection:
      row.objectionAt === null
        ? null
        : {
            byName: row.objectionByName ?? '',
            at: row.objectionAt,
            reason: row.objectionReason ?? '',
            overruledByName: row.overruledByName,
            overruledReason: row.overruledReason,
          },
    objectionUntil:
      objectionOf(row, image.now) === 'possible'
        ? new Date(Date.parse(row.createdAt) + OBJECTION_HOURS * HOUR).toISOString()
        : null,
    agreements: lendersThatMustAgree(row),
    closed: row.closedAt === null ? null : { byName: row.closedByName, at: row.closedAt, reason: row.closedReason },
    proposals: readProposalsUnder(store, id).map((proposal) => ({
      id: proposal.id,
      missionId: proposal.missionId,
      candidateId: proposal.candidateId,
      candidateName: proposal.candidateName,
      establishmentName: proposal.establishmentName,
      state: proposal.state,
      proposedAt: proposal.proposedAt,
    })),
  };
}
