/** Requests for accounts: waiting, late, duplicates (F24), validated, activated, refused. DOMAIN §5. */
import type { MissionNeed } from '../../contract/national/commands/command-inputs.ts';
import type { Tables } from '../database/tables.ts';
import { drawAddress, drawEstablishmentName } from './establishment-names.ts';
import type { FinessRanks } from './finess-ranks.ts';
import type { Requester } from './make-establishments.ts';
import type { Cells } from './make-regulators.ts';
import type { NationContext } from './nation-context.ts';
import type { NationDraft } from './nation-draft.ts';
import { addressPart, drawPersonName, drawPhone } from './person-names.ts';
import { LEAST_DUPLICATE_REQUESTS, LEAST_LATE_REQUESTS, REQUESTS } from './proportions.ts';
import type { Random } from './random.ts';

type RequestRow = Tables['accountRequest'];
type Fate = keyof typeof REQUESTS;

const REFUSALS = [
  'Demande de particulier',
  'Établissement inconnu de la région',
  'Demande déjà traitée par téléphone',
] as const;
const NEW_ESTABLISHMENT_SHARE = 0.6;
/** Whoever asks for an account has an address that nobody owns (RFC 2606). */
const REQUEST_DOMAIN = 'demande.example';

function drawMission(context: NationContext, random: Random): MissionNeed {
  const later = random.chance(0.85);
  const start = later ? random.integer(1, 15) : 0;
  return {
    profession: later ? random.pick(['aide-soignant', 'infirmier-diplome-etat', 'agent-de-service'] as const) : 'autre',
    specialty: null,
    // "No need yet" is a mission whose number is 0, today twice (F30).
    headcount: later ? random.integer(1, 4) : 0,
    startDate: context.day.day(start),
    endDate: context.day.day(later ? start + random.integer(5, 40) : 0),
    ehpad: random.chance(0.2),
    intensiveCare: false,
    vehicle: random.chance(0.2),
    weekend: random.chance(0.4),
    vaccinationHelp: false,
    vaccinationExperience: false,
    vaccinationProfessions: [],
  };
}

function drawRequest(
  context: NationContext,
  random: Random,
  requester: Requester,
  fate: { hours: number; mayBeNew: boolean; ranks: FinessRanks },
): RequestRow {
  const { establishment, departement } = requester;
  const { firstName, lastName } = drawPersonName(random);
  const submittedAt = context.day.hoursAgo(fate.hours);
  const isNew =
    fate.mayBeNew && random.chance(NEW_ESTABLISHMENT_SHARE) && establishment.family !== 'vaccination-centre';
  const renamed = isNew ? drawEstablishmentName(random, 'ehpad', establishment.city) : establishment;
  return {
    id: random.id(Date.parse(submittedAt)),
    version: 1,
    state: 'submitted',
    lastName,
    firstName,
    email: `${addressPart(firstName)}.${addressPart(lastName)}.${random.hex(3)}@${REQUEST_DOMAIN}`,
    phone: drawPhone(random, 'landline'),
    category: renamed.category,
    finess: isNew ? fate.ranks.last(departement) : establishment.finess,
    gid: isNew ? null : establishment.gid,
    establishmentName: renamed.name,
    address: isNew ? drawAddress(random) : establishment.address,
    postalCode: establishment.postalCode,
    city: establishment.city,
    agency: establishment.agency,
    missions: JSON.stringify(Array.from({ length: random.integer(1, 3) }, () => drawMission(context, random))),
    duplicateOf: null,
    sameEstablishmentId: isNew ? null : establishment.id,
    origin: random.chance(0.8) ? 'form' : 'import',
    submittedAt,
    decidedByName: null,
    decidedAt: null,
    decisionReason: null,
    activatedAt: null,
    updatedAt: submittedAt,
  };
}

function decide(context: NationContext, draft: NationDraft, cells: Cells, random: Random, row: RequestRow, fate: Fate) {
  if (row.agency === null || fate === 'waiting' || fate === 'duplicate') return;
  const actor = cells.regulator(random, row.agency as Requester['establishment']['agency']);
  const hours = (context.day.instant - Date.parse(row.submittedAt)) / 3_600_000;
  const at = context.day.hoursAgo(hours * random.between(0.4, 0.9));
  row.state = fate;
  row.version = fate === 'activated' ? 3 : 2;
  row.decidedByName = actor.name;
  row.decidedAt = at;
  row.decisionReason = fate === 'refused' ? random.pick(REFUSALS) : null;
  row.activatedAt = fate === 'activated' ? context.day.hoursAgo(hours * 0.3) : null;
  row.updatedAt = row.activatedAt ?? at;
  draft.decisions.push({
    at,
    actorId: actor.id,
    actorName: actor.name,
    role: actor.role,
    agency: actor.agency,
    kind: fate === 'refused' ? 'account-request.refuse' : 'account-request.validate',
    subjectKind: 'accountRequest',
    subjectId: row.id,
    subjectAgency: row.agency,
    reason: row.decisionReason,
    before: { state: 'submitted' },
    after: { state: fate === 'refused' ? 'refused' : 'validated' },
  });
}

/** Hours since submission: most of what waits is of the day, some is late (more than 24 h, F33). */
function drawHours(random: Random, fate: Fate, rank: number): number {
  if (fate !== 'waiting' && fate !== 'duplicate') return random.between(40, 60 * 24);
  return rank < LEAST_LATE_REQUESTS || random.chance(0.35) ? random.between(25, 110) : random.between(0.2, 23);
}

/** The account that a request became: the request bears its names. */
function becomes(row: RequestRow, account: Tables['account']): void {
  row.lastName = account.lastName;
  row.firstName = account.firstName;
  row.email = account.email;
  row.phone = account.phone;
  row.sameEstablishmentId = null;
}

/** The e-mail of an account, or of a request that still waits. */
function makeDuplicate(random: Random, row: RequestRow, requester: Requester, waiting: readonly RequestRow[]): void {
  const earlier = random.chance(0.5) ? waiting[Math.floor(random.unit() * waiting.length)] : undefined;
  const first = earlier ?? requester.accounts[0];
  if (first === undefined) return;
  row.state = 'duplicate';
  row.email = first.email;
  row.duplicateOf = first.id;
}

export function makeAccountRequests(
  context: NationContext,
  draft: NationDraft,
  cells: Cells,
  requesters: readonly Requester[],
  ranks: FinessRanks,
): void {
  const random = context.stream('account-requests');
  const holders = requesters.flatMap((requester) => requester.accounts.map((account) => ({ requester, account })));
  const holdersOf = (state: string) => random.shuffle(holders.filter(({ account }) => account.state === state));
  const accounts = { validated: holdersOf('pending-activation'), activated: holdersOf('active') };
  for (const fate of Object.keys(REQUESTS) as Fate[]) {
    const least = fate === 'duplicate' ? LEAST_DUPLICATE_REQUESTS : fate === 'waiting' ? 2 * LEAST_LATE_REQUESTS : 2;
    const count = Math.max(least, Math.round(requesters.length * REQUESTS[fate]));
    for (let rank = 0; rank < count; rank += 1) {
      const settled = fate === 'validated' || fate === 'activated';
      const holder = settled ? accounts[fate].pop() : undefined;
      if (settled && holder === undefined) break;
      const requester = holder?.requester ?? random.pick(requesters);
      const hours = drawHours(random, fate, rank);
      const row = drawRequest(context, random, requester, { hours, mayBeNew: !settled, ranks });
      if (holder !== undefined) becomes(row, holder.account);
      if (fate === 'duplicate') {
        const waiting = draft.rows.accountRequest.filter(({ state }) => state === 'submitted');
        makeDuplicate(random, row, requester, waiting);
      }
      decide(context, draft, cells, random, row, fate);
      draft.rows.accountRequest.push(row);
    }
  }
}
