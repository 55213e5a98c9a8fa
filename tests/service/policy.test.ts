/**
 * principal × route × object against the one table of DOMAIN §9 (TRUST S42). The oracle below reads the table and says
 * what its words mean, on its own; nothing of national-api/rights is used. Commands travel by HTTP to the real handlers,
 * each rolled back by a refusal of our own once it was accepted: what is observed is the right alone.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Right } from '../../contract/domain/right.ts';
import { scopeOf } from '../../contract/domain/right.ts';
import type { RightScope } from '../../contract/domain/right-scope.ts';
import type { RoleName } from '../../contract/domain/role.ts';
import { ROLE_NAMES } from '../../contract/domain/role.ts';
import type { CommandKind } from '../../contract/national/commands/command-inputs.ts';
import { COMMAND_KINDS } from '../../contract/national/commands/command-inputs.ts';
import type { CommandPolicy } from '../../contract/national/policy.ts';
import { COMMAND_POLICIES, ROUTE_POLICIES } from '../../contract/national/policy.ts';
import type { Principal } from '../../contract/national/principal.ts';
import { HANDLERS } from '../../national-api/commands/handlers.ts';
import { CommandRefusal } from '../../national-api/kernel/command-outcome.ts';
import { contractSamples } from '../support/contract-samples.ts';
import type { HttpWorld } from '../support/http-world.ts';
import { startHttpWorld } from '../support/http-world.ts';
import type { Thing } from '../support/policy-nation.ts';
import { person, placePolicyNation } from '../support/policy-nation.ts';

const DENIALS: readonly string[] = ['no-right', 'out-of-scope'];
const HIGH = 1e9;
const LIMITS = {
  readsPerMinute: HIGH,
  writesPerMinute: HIGH,
  commandsPerMinute: HIGH,
  transfersPerHour: HIGH,
  peoplePerDay: HIGH,
};

/** Every handler does its work, then is rolled back. */
const REHEARSING = new Map(
  [...HANDLERS].map(([kind, handler]) => [
    kind,
    {
      ...handler,
      async execute(context: Parameters<typeof handler.execute>[0]) {
        await handler.execute(context);
        throw new CommandRefusal('rehearsed', 'Accepté, puis annulé pour l’essai.');
      },
    },
  ]),
);

/** What the words of a scope mean, for an object. */
function covers(
  scope: RightScope,
  actor: Principal,
  object: { agency: number | null; departement: string | null; establishmentId?: string; candidateId?: string },
): boolean {
  switch (scope) {
    case 'nation':
    case 'nation-with-reason':
    case 'arbitration':
    case 'technical':
    case 'own-acts':
      return true;
    case 'own-region':
    case 'own-region-time-limited':
      return (
        actor.agency !== null &&
        actor.agency === object.agency &&
        // What concerns a whole region is beyond a right limited to some départements.
        (actor.departements === null ||
          (object.departement !== null && actor.departements.includes(object.departement)))
      );
    case 'mandate':
      return actor.agency === null || actor.agency === object.agency;
    case 'own-establishment':
      return object.establishmentId !== undefined && actor.establishments.includes(object.establishmentId);
    case 'own-record':
      return object.candidateId !== undefined && actor.candidateId === object.candidateId;
    default:
      return false;
  }
}

/** The object that a command's line of the policy names. */
function objectOf({ object }: CommandPolicy, thing: Thing, actor: Principal) {
  const { agency, departement, establishmentId, candidateId } = thing;
  const region = agency ?? 10;
  switch (object) {
    case 'mission':
    case 'proposal':
    case 'new-proposal':
      return { agency, departement, establishmentId };
    case 'new-mission':
      return { agency, departement: null, establishmentId };
    case 'candidate':
      return { agency, departement, candidateId };
    case 'account-request':
    case 'new-account-request':
      return { agency: region, departement };
    case 'lender':
      return {
        agency: actor.agency !== null && thing.lenders.includes(actor.agency) ? actor.agency : null,
        departement: null,
      };
    case 'reserve-request':
      return { agency, departement: null };
    case 'plan':
      return { agency: region, departement: actor.departements?.[0] ?? null };
    case 'grant':
      return { agency: region, departement };
    case 'agency':
    case 'opening':
    case 'habilitation':
    case 'new-habilitation':
    case 'signing-key':
      return { agency: region, departement: null };
    case 'new-signing-key':
      return { agency: actor.agency, departement: null };
  }
}

function mayCommand(kind: CommandKind, actor: Principal, thing: Thing): boolean {
  const policy = COMMAND_POLICIES[kind];
  // A direction territoriale gives no right beyond its own départements.
  if (kind === 'habilitation.grant' && actor.departements !== null) return false;
  return policy.rights.some((right: Right) => {
    const scope = actor.role === 'system' ? null : scopeOf(right, actor.role);
    const object = objectOf(policy, thing, actor);
    // A named access is for one mission or establishment, which lies in a département.
    const lies = kind === 'direct-access.grant' ? { ...object, departement: thing.departement } : object;
    return scope !== null && covers(scope, actor, lies);
  });
}

const SAMPLES = new Map(contractSamples().map(({ variant, body }) => [variant, body as Record<string, unknown>]));
const SUBJECTS: Readonly<Record<string, (thing: Thing) => string>> = {
  mission: ({ missionId }) => missionId,
  proposal: ({ proposalId }) => proposalId,
  candidate: ({ candidateId }) => candidateId,
  grant: ({ grantId }) => grantId,
  opening: ({ openingId }) => openingId,
  lender: ({ openingId }) => openingId,
  'reserve-request': ({ reserveRequestId }) => reserveRequestId,
  'account-request': ({ accountRequestId }) => accountRequestId,
  habilitation: ({ personId }) => personId,
  'signing-key': ({ keyId }) => keyId,
};

/** A sound command of a kind about a thing. */
function commandAbout(kind: CommandKind, thing: Thing, commandId: string): Record<string, unknown> {
  const sample = SAMPLES.get(kind) ?? {};
  const region = thing.agency ?? 10;
  const known: Record<string, unknown> = {
    missionId: thing.missionId,
    candidateId: thing.candidateId,
    establishmentId: thing.establishmentId,
    intoId: thing.candidateId,
    openingId: null,
    poolId: 'vivier',
    agency: region,
    receiverAgency: region,
    departements: null,
    email: 'nouvelle.personne@ars.example',
    headcount: 1,
    // A line of annex 2 lies where its postal code is.
    postalCode: `${thing.departement}00`.slice(0, 5).padEnd(5, '0'),
  };
  const input = Object.fromEntries(
    Object.entries(sample['input'] as object).map(([name, value]) => [name, name in known ? known[name] : value]),
  );
  const subject = SUBJECTS[COMMAND_POLICIES[kind].object]?.(thing) ?? commandId;
  return { ...sample, commandId, subject, version: 0, batchId: null, input };
}

const principals = fc
  .record({
    role: fc.constantFrom(...ROLE_NAMES),
    agency: fc.constantFrom(6, 14, 10),
    departements: fc.constantFrom<string[] | null>(null, null, ['54'], ['57', '54'], ['31']),
    national: fc.boolean(),
    place: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ role, agency, departements, national, place }) => {
    const ars = role.startsWith('ars');
    return person({
      role,
      agency: ars || (role === 'auditor' && !national) ? agency : null,
      departements: ars ? departements : null,
      establishments: role === 'establishment' ? [`lieu-${place}-etablissement`] : [],
      candidateId: role === 'candidate' ? `lieu-${place}-candidat` : null,
    });
  });

describe('the policy', () => {
  let http: HttpWorld;
  let things: readonly Thing[];
  beforeAll(async () => {
    http = await startHttpWorld({ handlers: REHEARSING, limits: LIMITS });
    things = await placePolicyNation(http.world);
  });
  afterAll(() => http.dispose());

  it('S42 F159-F163 allows a command exactly when the table says so', async () => {
    const seen = { allowed: 0, denied: 0 };
    await fc.assert(
      fc.asyncProperty(principals, fc.integer({ min: 0, max: 3 }), async (actor, place) => {
        const thing = things[place] as Thing;
        const commands = COMMAND_KINDS.map((kind) => commandAbout(kind, thing, http.world.nextId()));
        const answer = await http.call('POST', '/v1/commands', { as: actor, body: { commands } });
        const verdicts = (answer.json?.['verdicts'] ?? []) as { outcome: string; code?: string }[];
        expect(verdicts, answer.text.slice(0, 500)).toHaveLength(COMMAND_KINDS.length);
        for (const [index, kind] of COMMAND_KINDS.entries()) {
          const verdict = verdicts[index];
          const allowed = mayCommand(kind, actor, thing);
          seen[allowed ? 'allowed' : 'denied'] += 1;
          expect(verdict?.outcome, `${kind} was not judged`).not.toBe('later');
          const denied = DENIALS.includes(verdict?.code ?? '');
          expect(`${kind} ${verdict?.code ?? verdict?.outcome} allowed=${!denied}`).toBe(
            `${kind} ${verdict?.code ?? verdict?.outcome} allowed=${allowed}`,
          );
        }
      }),
      { numRuns: 120, seed: 9 },
    );
    // The table is walked on both sides: a test that only ever saw refusals would show nothing.
    expect(seen.allowed).toBeGreaterThan(500);
    expect(seen.denied).toBeGreaterThan(2000);
  }, 60_000);

  it('S42 every line of the command table names a right that somebody holds', () => {
    for (const kind of COMMAND_KINDS) {
      const { rights } = COMMAND_POLICIES[kind];
      expect(
        ROLE_NAMES.some((role) => rights.some((right) => scopeOf(right, role) !== null)),
        kind,
      ).toBe(true);
    }
  });

  it('S42 no route lets a role in whose right the table does not give', () => {
    for (const [name, { roles, right }] of Object.entries(ROUTE_POLICIES)) {
      if (typeof roles === 'string' || right === null) continue;
      for (const role of roles as readonly RoleName[]) expect(scopeOf(right, role), `${name} ${role}`).not.toBeNull();
    }
  });

  /** May this person look at that volunteer for that mission? The words of DOMAIN §9, for the nation above. */
  function mayReveal(actor: Principal, mission: Thing | null, candidate: Thing): boolean {
    const tied = mission?.missionId === candidate.missionId;
    const mine = (thing: Thing | null) => thing !== null && covers('own-region', actor, thing);
    switch (actor.role) {
      case 'ars-regulator':
      case 'ars-lead':
        if (mission === null) return mine(candidate);
        return mine(mission) ? mine(candidate) || tied : mine(candidate) && tied;
      case 'ccs-desk':
      case 'ccs-lead':
        // Of an alert (raised on every other mission; everybody here has the profession) or of a plan (a live proposal).
        return mission !== null && (tied || things.indexOf(mission) % 2 === 0);
      case 'establishment':
        // Everybody here is proposed to somebody, so nobody is in direct access.
        return mission !== null && actor.establishments.includes(mission.establishmentId) && tied;
      default:
        return false;
    }
  }

  it('S42 S61 shows contact details exactly to whom the table lets look', async () => {
    const seen = new Map<boolean, number>();
    const place = fc.integer({ min: 0, max: 3 });
    await fc.assert(
      fc.asyncProperty(principals, fc.option(place), place, async (actor, missionPlace, candidatePlace) => {
        const mission = missionPlace === null ? null : (things[missionPlace] as Thing);
        const candidate = things[candidatePlace] as Thing;
        const body = {
          reason: mission === null ? 'verify-documents' : 'offer-the-mission',
          missionId: mission?.missionId ?? null,
        };
        const path = `/v1/candidates/${candidate.candidateId}/reveal-contact`;
        const answer = await http.call('POST', path, { as: actor, body });
        const allowed = mayReveal(actor, mission, candidate);
        seen.set(allowed, (seen.get(allowed) ?? 0) + 1);
        expect(answer.status, `${JSON.stringify(actor)} ${answer.text}`).toBe(allowed ? 200 : 403);
        expect(answer.text.includes('@volontaire.example')).toBe(allowed);
      }),
      { numRuns: 300, seed: 10 },
    );
    expect(seen.get(true)).toBeGreaterThan(30);
    expect(seen.get(false)).toBeGreaterThan(100);
  }, 60_000);

  it('S42 gives records, missions, people and images to those alone whom they concern', async () => {
    await fc.assert(
      fc.asyncProperty(principals, fc.integer({ min: 0, max: 3 }), async (actor, place) => {
        const thing = things[place] as Thing;
        const own = actor.establishments.includes(thing.establishmentId);
        const self = actor.candidateId === thing.candidateId;
        const status = async (method: string, path: string, body?: unknown) =>
          (await http.call(method, path, { as: actor, ...(body === undefined ? {} : { body }) })).status;
        expect(await status('GET', `/v1/missions/${thing.missionId}/candidates`)).toBe(own ? 200 : 403);
        expect(await status('PATCH', `/v1/candidates/${thing.candidateId}`, { vehicle: true })).toBe(self ? 200 : 403);
        const mine = await http.call('GET', '/v1/my/missions', { as: actor });
        if (actor.role === 'establishment') {
          const ids = ((mine.json?.['missions'] ?? []) as { establishmentId: string }[]).map(
            ({ establishmentId }) => establishmentId,
          );
          expect(ids.every((id) => actor.establishments.includes(id))).toBe(true);
          expect(ids.length).toBe(1);
        } else expect(mine.status).toBe(403);
        const desk =
          actor.role === 'ccs-desk' || actor.role === 'ccs-lead' || (actor.role === 'auditor' && actor.agency === null);
        const sees = actor.role.startsWith('ars') || actor.role === 'auditor' || desk;
        const image = await status('GET', `/v1/snapshots/agency:${thing.agency ?? 10}/manifest`);
        expect(image).toBe(sees && (desk || actor.agency === (thing.agency ?? 10)) ? 200 : 403);
        expect(await status('GET', '/v1/feed?after=0&scopeVersion=0')).toBe(sees ? 200 : 403);
      }),
      { numRuns: 60, seed: 11 },
    );
  }, 60_000);
});
