/**
 * Who may call what: the one table that the service enforces and that a property test walks (TRUST S42, DOMAIN §9).
 * A route that is not in it does not boot; a command that is not in it does not compile.
 */
import type { Right } from '../domain/right.ts';
import type { RoleName } from '../domain/role.ts';
import { ROLE_NAMES } from '../domain/role.ts';
import type { CommandKind } from './commands/command-inputs.ts';

/**
 * What remains to be checked once the role is right.
 * - `none`: nothing, the answer is the same for all who may call;
 * - `caller`: the answer is filtered by who calls (their region, their establishments, their own record);
 * - `object`: the right is asked about the very object named in the call;
 * - `command`: each command has its own line below.
 */
export type PolicyScope = 'none' | 'caller' | 'object' | 'command';

export interface RoutePolicy {
  /** 'public': no session at all. 'demo': public, and only where the service is a demonstration. */
  readonly roles: 'public' | 'demo' | readonly RoleName[];
  /** The line of DOMAIN §9 behind it; null where none is needed. */
  readonly right: Right | null;
  readonly scope: PolicyScope;
}

const REGULATORS = ['ars-regulator', 'ars-lead', 'ccs-desk', 'ccs-lead'] as const satisfies readonly RoleName[];
const OPEN: RoutePolicy = { roles: 'public', right: null, scope: 'none' };
const CACHE: RoutePolicy = { roles: [...REGULATORS, 'auditor'], right: 'see-missions', scope: 'caller' };

export const ROUTE_POLICIES = {
  'service.health': OPEN,
  'service.problems': OPEN,
  'service.problem': OPEN,
  'service.openapi': OPEN,
  'service.me': { roles: ROLE_NAMES, right: null, scope: 'caller' },
  'commands.sendBatch': { roles: ROLE_NAMES, right: null, scope: 'command' },
  'commands.send': { roles: ROLE_NAMES, right: null, scope: 'command' },
  'feed.pull': CACHE,
  'feed.news': CACHE,
  'feed.bulk': CACHE,
  'feed.snapshotManifest': { ...CACHE, scope: 'object' },
  'feed.snapshotContent': { ...CACHE, scope: 'object' },
  'feed.snapshotKeys': OPEN,
  'candidates.signUp': OPEN,
  'candidates.duplicates': { roles: REGULATORS, right: 'merge-candidates', scope: 'caller' },
  'candidates.ownRecord': { roles: ['candidate'], right: 'change-own-record', scope: 'caller' },
  'candidates.change': { roles: ['candidate'], right: 'change-own-record', scope: 'object' },
  'candidates.deposit': { roles: ['candidate'], right: 'change-own-record', scope: 'object' },
  'candidates.revealContact': { roles: [...REGULATORS, 'establishment'], right: 'reveal-contact', scope: 'object' },
  'candidates.revealDocument': { roles: REGULATORS, right: 'read-documents', scope: 'object' },
  'establishment.missions': { roles: ['establishment'], right: 'see-missions', scope: 'caller' },
  'establishment.proposals': { roles: ['establishment', 'candidate'], right: 'see-candidates', scope: 'caller' },
  'establishment.candidates': { roles: ['establishment'], right: 'see-candidates', scope: 'object' },
  'journal.read': { roles: [...REGULATORS, 'auditor', 'administrator'], right: 'read-journal', scope: 'caller' },
  'journal.verify': { roles: ['ccs-lead', 'auditor', 'administrator'], right: 'read-journal', scope: 'none' },
  'journal.outgoingMail': { roles: 'demo', right: null, scope: 'none' },
  'presence.announce': { roles: REGULATORS, right: 'see-missions', scope: 'caller' },
  'presence.follow': { roles: REGULATORS, right: 'see-missions', scope: 'caller' },
  'cellLog.read': { roles: REGULATORS, right: 'see-missions', scope: 'caller' },
  'cellLog.write': { roles: REGULATORS, right: 'see-missions', scope: 'caller' },
  'signingKeys.list': { roles: [...REGULATORS, 'auditor', 'administrator'], right: null, scope: 'none' },
  'accounts.request': OPEN,
  'accounts.activate': OPEN,
  'accounts.renewActivation': OPEN,
  'accounts.importSheet': { roles: REGULATORS, right: 'import-accounts', scope: 'object' },
  'identity.provider': OPEN,
  'identity.demo': { roles: 'demo', right: null, scope: 'none' },
} as const satisfies Record<string, RoutePolicy>;

export type RouteName = keyof typeof ROUTE_POLICIES;

/** The pages of sign-in hold their own routes: everything under these paths has one policy. */
export const PREFIX_POLICIES: readonly { readonly prefix: string; readonly route: RouteName }[] = [
  { prefix: '/oidc', route: 'identity.provider' },
  { prefix: '/.well-known', route: 'identity.provider' },
  { prefix: '/demo-idp', route: 'identity.demo' },
];

/** @example isRouteName('feed.pull') // true */
export function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(ROUTE_POLICIES, name);
}

/** What a command is about, for its right: the mission's region, the candidate's, an agency named in the input… */
export type CommandObject =
  | 'mission'
  | 'new-mission'
  | 'proposal'
  | 'new-proposal'
  | 'candidate'
  | 'agency'
  | 'grant'
  | 'opening'
  | 'lender'
  | 'reserve-request'
  | 'plan'
  | 'account-request'
  | 'new-account-request'
  | 'habilitation'
  | 'new-habilitation'
  | 'signing-key'
  | 'new-signing-key';

export interface CommandPolicy {
  /** Any one of them is enough. */
  readonly rights: readonly Right[];
  readonly object: CommandObject;
}

const about = (object: CommandObject, ...rights: readonly Right[]): CommandPolicy => ({ rights, object });

export const COMMAND_POLICIES: Readonly<Record<CommandKind, CommandPolicy>> = {
  'mission.set-priority': about('mission', 'set-priority'),
  'mission.defer': about('mission', 'defer-mission'),
  'mission.note': about('mission', 'note-mission'),
  'mission.assign-regulator': about('mission', 'assign-regulator'),
  'mission.create': about('new-mission', 'post-mission'),
  'mission.change-need': about('mission', 'change-mission'),
  'mission.close': about('mission', 'close-mission'),
  'mission.reopen': about('mission', 'close-mission'),
  'mission.archive': about('mission', 'archive-missions'),
  'alert.raise': about('mission', 'raise-alert'),
  'alert.take': about('mission', 'answer-alert'),
  'alert.answer': about('mission', 'answer-alert'),
  'alert.decline': about('mission', 'answer-alert'),
  'alert.comment': about('mission', 'raise-alert', 'answer-alert'),
  'alert.lift': about('mission', 'lift-alert'),
  'proposal.create': about('new-proposal', 'propose-candidate'),
  'proposal.withdraw': about('proposal', 'withdraw-proposal'),
  'proposal.release': about('proposal', 'release-blocked'),
  'proposal.remind': about('proposal', 'release-blocked'),
  'proposal.assign-on-behalf': about('new-proposal', 'assign-on-behalf'),
  'proposal.contact': about('new-proposal', 'contact-candidate'),
  'proposal.accept': about('proposal', 'accept-candidate'),
  'proposal.refuse': about('proposal', 'refuse-candidate'),
  'proposal.end-early': about('proposal', 'end-assignment'),
  'proposal.cancel-assignment': about('proposal', 'end-assignment'),
  'candidate.verify': about('candidate', 'verify-candidate'),
  'candidate.set-availability': about('candidate', 'set-availability'),
  'candidate.merge': about('candidate', 'merge-candidates'),
  'candidate.join-pool': about('candidate', 'verify-candidate'),
  'candidate.leave-pool': about('candidate', 'verify-candidate'),
  'crisis-mode.switch': about('agency', 'switch-crisis-mode'),
  'direct-access.grant': about('agency', 'grant-direct-access'),
  'direct-access.revoke': about('grant', 'grant-direct-access'),
  'opening.create': about('agency', 'open-pools'),
  'opening.adjust': about('opening', 'open-pools'),
  'opening.close': about('opening', 'open-pools'),
  'opening.agree': about('lender', 'agree-to-opening'),
  'opening.object': about('lender', 'object-to-opening'),
  'opening.overrule': about('opening', 'overrule-objection'),
  'reserve-request.send': about('mission', 'open-pools'),
  'reserve-request.record-answer': about('reserve-request', 'open-pools'),
  'arbitration.record': about('plan', 'propose-candidate'),
  'account-request.validate': about('account-request', 'validate-accounts'),
  'account-request.refuse': about('account-request', 'validate-accounts'),
  'account-request.resolve-duplicate': about('account-request', 'validate-accounts'),
  'account-request.renew-activation': about('account-request', 'validate-accounts'),
  'account-request.import': about('new-account-request', 'import-accounts'),
  'habilitation.grant': about('new-habilitation', 'manage-habilitations'),
  'habilitation.revoke': about('habilitation', 'manage-habilitations'),
  'signing-key.register': about('new-signing-key', 'register-signing-key'),
  // Another's; anybody revokes a key of their own.
  'signing-key.revoke': about('signing-key', 'manage-habilitations'),
};
