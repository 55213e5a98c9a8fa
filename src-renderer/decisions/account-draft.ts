/** Decisions on accounts, from what the person filled in. Pure. */
import type { AccountDecision, AccountDecisionKind } from '../../contract/app/account-decision.ts';

const KINDS: Readonly<Record<AccountDecisionKind, true>> = {
  'validate-account': true,
  'refuse-account': true,
  'resolve-duplicate': true,
  'renew-activation': true,
  'import-accounts': true,
};

export function isAccountKind(kind: string): kind is AccountDecisionKind {
  return Object.hasOwn(KINDS, kind);
}

/** The decision, or null while something that it needs is missing. */
export function accountDecisionOf(
  kind: AccountDecisionKind,
  fields: Readonly<Record<string, string>>,
): AccountDecision | null {
  const reason = fields['reason']?.trim() ?? '';
  switch (kind) {
    case 'validate-account':
    case 'renew-activation':
      return { kind };
    case 'refuse-account':
      return reason === '' ? null : { kind, reason };
    case 'resolve-duplicate':
      if (reason === '') return null;
      return { kind, resolution: fields['resolution'] === 'drop' ? 'drop' : 'attach-missions', reason };
    case 'import-accounts':
      return fields['import'] === undefined ? null : { kind, importId: fields['import'] };
  }
}
