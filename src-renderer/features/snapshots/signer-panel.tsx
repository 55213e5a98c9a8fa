import { Button, Code, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SignerLine } from '../../../contract/app/snapshot-contract.ts';
import { useAct } from '../../data/use-act.ts';
import { useFormCheck } from '../../forms/use-form-check.ts';
import { FR_FORMS } from '../../text/fr-forms.ts';
import { FR_SNAPSHOTS } from '../../text/fr-snapshots.ts';
import { Pill } from '../../ui/pill.tsx';
import { SigningRegister } from './signing-register.tsx';

const { signers: WORDS } = FR_SNAPSHOTS;

interface SignerPanelProps {
  readonly card: { readonly keyId: string; readonly publicKey: string; readonly recipient: string };
  readonly signers: readonly SignerLine[];
  readonly listDate: string;
  onChanged(): void;
}

/** What others need of this workstation, and whose signatures are believed here. */
export function SignerPanel({ card, signers, listDate, onChanged }: SignerPanelProps) {
  return (
    <div className="dk-boxes">
      <section className="dk-box" aria-label={WORDS.mine}>
        <h2>{WORDS.mine}</h2>
        <p>{WORDS.publicKey}</p>
        <Code block>{card.publicKey.trim()}</Code>
        <p>{WORDS.recipient}</p>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {card.recipient}
        </Code>
      </section>
      <section className="dk-box" aria-label={WORDS.known}>
        <h2>
          {WORDS.known} · <span className="dk-quiet">{WORDS.list(listDate)}</span>
        </h2>
        <ul className="dk-list">
          {signers.map((signer) => (
            <SignerItem key={signer.keyId} signer={signer} onChanged={onChanged} />
          ))}
        </ul>
        <AddSigner onChanged={onChanged} />
      </section>
      <SigningRegister onChanged={onChanged} />
    </div>
  );
}

function SignerItem({ signer, onChanged }: { readonly signer: SignerLine; onChanged(): void }) {
  const { run, busy } = useAct();
  const [reason, setReason] = useState<string | null>(null);
  const { keyId, owner, source, revokedAt } = signer;
  const check = useFormCheck(
    (reason ?? '').trim() === '' ? [{ field: 'reason', label: WORDS.reason, message: FR_FORMS.required }] : [],
    () => setReason(null),
  );
  const revoke = async () => {
    if (busy || !check.pass()) return;
    await run((client) => client.snapshots.revokeSigner({ keyId, reason: reason ?? '' }));
    setReason(null);
    onChanged();
  };
  return (
    <li>
      <Group gap="xs">
        <strong>{owner}</strong>
        <span className="dk-quiet dk-number">{keyId.slice(0, 16)}</span>
        <Pill tone={revokedAt === null ? 'neutral' : 'danger'}>
          {revokedAt === null ? WORDS.sources[source] : WORDS.revoked(revokedAt)}
        </Pill>
        <span className="dk-grow" />
        {revokedAt === null && source !== 'me' && reason === null && (
          <Button variant="subtle" aria-label={`${WORDS.revoke} ${owner}`} onClick={() => setReason('')}>
            {WORDS.revoke}
          </Button>
        )}
      </Group>
      {reason !== null && (
        <form
          ref={check.frame}
          noValidate
          aria-label={`${WORDS.revoke} ${owner}`}
          onSubmit={(event) => {
            event.preventDefault();
            void revoke();
          }}
        >
          <Group align="start" mt={4}>
            <TextInput
              label={WORDS.reason}
              required
              data-autofocus
              data-field="reason"
              error={check.errorOf('reason')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button type="submit" mt={22} loading={busy}>
              {WORDS.revoke}
            </Button>
          </Group>
        </form>
      )}
    </li>
  );
}

function AddSigner({ onChanged }: { onChanged(): void }) {
  const { run, busy, fault } = useAct();
  const [owner, setOwner] = useState('');
  const [publicKey, setPublicKey] = useState('');
  const check = useFormCheck([
    ...(owner.trim() === '' ? [{ field: 'owner', label: WORDS.owner, message: FR_FORMS.required }] : []),
    ...(publicKey.trim() === '' ? [{ field: 'key', label: WORDS.pem, message: FR_FORMS.required }] : []),
  ]);
  const add = async () => {
    if (busy || !check.pass()) return;
    const added = await run((client) =>
      client.snapshots.addSigner({ owner: owner.trim(), publicKey: publicKey.trim() }),
    );
    if (added === null) return;
    setOwner('');
    setPublicKey('');
    onChanged();
  };
  return (
    <form
      ref={check.frame}
      noValidate
      aria-label={WORDS.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Stack gap="xs" mt="md">
        <TextInput
          label={WORDS.owner}
          required
          data-field="owner"
          error={check.errorOf('owner')}
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <Textarea
          label={WORDS.pem}
          required
          data-field="key"
          error={check.errorOf('key')}
          rows={3}
          value={publicKey}
          onChange={(event) => setPublicKey(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" variant="default" loading={busy}>
            {WORDS.add}
          </Button>
          {fault !== null && <span role="alert">{fault.sentence}</span>}
        </Group>
      </Stack>
    </form>
  );
}
