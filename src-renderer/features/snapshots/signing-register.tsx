import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RegisteredKeyLine } from '../../../contract/app/snapshot-contract.ts';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { folded } from '../../tables/page-of-rows.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { agencyLabel } from '../../text/labels.ts';
import { Pill } from '../../ui/pill.tsx';

const { signers: WORDS } = FR_SNAPSHOTS;
const MOST_SHOWN = 30;

const isFound = (key: RegisteredKeyLine, search: string): boolean =>
  folded(`${key.owner} ${agencyLabel(key.agency)} ${key.keyId}`).includes(folded(search.trim()));

/** The national register of signing keys as this workstation keeps it, and its revocations for every workstation. */
export function SigningRegister({ onChanged }: { onChanged(): void }) {
  const register = useLive('snapshots.register', (client) => client.snapshots.register(), []);
  const [search, setSearch] = useState('');
  const list = register.value;
  const found = (list?.keys ?? []).filter((key) => isFound(key, search));
  const again = () => {
    register.again();
    onChanged();
  };
  return (
    <section className="dk-box" aria-label={WORDS.register} style={{ gridColumn: '1 / -1' }}>
      <h2>
        {WORDS.register} {list !== null && <span className="dk-quiet">· {WORDS.list(list.at)}</span>}
      </h2>
      <p className="dk-quiet">{WORDS.registerIntro}</p>
      {list === null ? (
        <p>{WORDS.registerNever}</p>
      ) : (
        <>
          <p>{countOf(list.keys)}</p>
          <TextInput
            type="search"
            label={WORDS.registerSearch}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <ul className="dk-list" aria-label={WORDS.register}>
            {found.slice(0, MOST_SHOWN).map((key) => (
              <RegisterItem key={`${key.keyId} ${key.owner}`} line={key} onChanged={again} />
            ))}
          </ul>
          {found.length === 0 && <p>{WORDS.registerNone}</p>}
          {found.length > MOST_SHOWN && <p className="dk-quiet">{WORDS.registerMore(MOST_SHOWN, found.length)}</p>}
        </>
      )}
    </section>
  );
}

function countOf(keys: readonly RegisteredKeyLine[]): string {
  const revoked = keys.filter(({ revokedAt }) => revokedAt !== null).length;
  return WORDS.registerCount(keys.length - revoked, revoked);
}

function RegisterItem({ line, onChanged }: { readonly line: RegisteredKeyLine; onChanged(): void }) {
  const { run, busy, fault } = useAct();
  const [reason, setReason] = useState<string | null>(null);
  const { keyId, owner, registeredAt, revokedAt, revokedReason, mayRevoke } = line;
  const revoke = async () => {
    const done = await run(async (client) => {
      await client.snapshots.revokeRegistered({ keyId, reason: reason ?? '' });
      return true;
    });
    if (done !== true) return;
    setReason(null);
    onChanged();
  };
  return (
    <li>
      <Group gap="xs">
        <strong>{owner}</strong>
        <span className="dk-quiet dk-number">{keyId.slice(0, 16)}</span>
        {revokedAt === null ? (
          <span className="dk-quiet">{WORDS.since(registeredAt)}</span>
        ) : (
          <>
            <Pill tone="danger">{WORDS.revoked(revokedAt)}</Pill>
            <span className="dk-quiet">{revokedReason}</span>
          </>
        )}
        <span className="dk-grow" />
        {mayRevoke && reason === null && (
          <Button variant="subtle" aria-label={`${WORDS.revokeNational} ${owner}`} onClick={() => setReason('')}>
            {WORDS.revokeNational}
          </Button>
        )}
      </Group>
      {reason !== null && (
        <Group align="end" mt={4}>
          <TextInput label={WORDS.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Button loading={busy} disabled={reason.trim() === ''} onClick={() => void revoke()}>
            {WORDS.revokeNational}
          </Button>
        </Group>
      )}
      {fault !== null && <p role="alert">{fault.sentence}</p>}
    </li>
  );
}
