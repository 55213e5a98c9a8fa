import { Alert, Button, Checkbox, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { OrderProposal, OrderRow } from '../../../contract/app/board-contract.ts';
import { useAct } from '../../data/use-act.ts';
import { useLive } from '../../data/use-live.ts';
import { FR } from '../../text/fr.ts';
import { FR_BOARD } from '../../text/fr-board.ts';
import { LoadingLines } from '../../ui/loading-lines.tsx';
import { Pill } from '../../ui/pill.tsx';
import { StatePanel } from '../../ui/state-panel.tsx';
import { acceptOrder, setsOfRows } from './accept-order.ts';
import type { BoardState } from './board-state.ts';
import { questionOf } from './board-state.ts';
import { OrderTable } from './order-table.tsx';
import type { Notice } from './use-placement.ts';

interface OrderDialogProps {
  readonly state: BoardState;
  onClose(): void;
  onApplied(notice: Notice): void;
}

/** What the score would change, before anything is decided: accepted row by row, or wholly. */
export function OrderDialog({ state, onClose, onApplied }: OrderDialogProps) {
  const question = questionOf(state);
  // Frozen on purpose: what the person reads is what they accept.
  const proposal = useLive(`order ${JSON.stringify(question)}`, (client) => client.board.proposeOrder(question), []);
  const { value, fault } = proposal;
  return (
    <Modal opened onClose={onClose} size={980} title={<strong>{FR_BOARD.proposal.title}</strong>}>
      <p className="dk-quiet" style={{ marginTop: 0 }}>
        {FR_BOARD.proposal.rule}
      </p>
      {value === null && fault === null && <LoadingLines label={FR.loading} count={8} />}
      {value === null && fault !== null && <StatePanel alarming title={fault.sentence} />}
      {value !== null && <Difference proposal={value} onClose={onClose} onApplied={onApplied} />}
    </Modal>
  );
}

type DifferenceProps = { readonly proposal: OrderProposal } & Omit<OrderDialogProps, 'state'>;

function Difference({ proposal, onClose, onApplied }: DifferenceProps) {
  const { rows, undecided, decided, ranked, deferred, whole } = proposal;
  const [onlyUndecided, setOnlyUndecided] = useState(undecided > 0);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(rows.filter(isUndecided).map(({ id }) => id)),
  );
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const { run, busy, fault } = useAct();
  const shown = onlyUndecided ? rows.filter(isUndecided) : rows;
  const accepted = shown.filter(({ id }) => ticked.has(id));
  const accept = async (sets: OrderProposal['whole']) => {
    const said = reason.trim() === '' ? null : reason.trim();
    const done = await run((client) => acceptOrder(client, sets, said));
    if (done === null) return;
    if (done.asksReason !== null) return setAsked(done.asksReason);
    const rest = done.invalid === 0 ? '' : ` ${FR_BOARD.proposal.impossible(done.invalid)}`;
    onApplied({
      text: `${FR_BOARD.proposal.applied(done.committed)}${rest}`,
      alarming: false,
      batchIds: done.batchIds,
    });
  };
  return (
    <>
      <Group gap="xs" mb="xs">
        <Pill>{FR_BOARD.proposal.ranked(ranked)}</Pill>
        <Pill tone="info">{FR_BOARD.proposal.undecided(undecided)}</Pill>
        {decided > 0 && <Pill tone="warning">{FR_BOARD.proposal.decided(decided)}</Pill>}
        {deferred > 0 && <Pill>{FR_BOARD.proposal.deferred(deferred)}</Pill>}
      </Group>
      {rows.length === 0 ? (
        <StatePanel title={FR_BOARD.proposal.nothing} />
      ) : (
        <>
          <Checkbox
            mb="xs"
            label={FR_BOARD.proposal.onlyUndecided}
            checked={onlyUndecided}
            onChange={(event) => setOnlyUndecided(event.currentTarget.checked)}
          />
          <OrderTable rows={shown} ticked={ticked} onTick={setTicked} />
          {undecided + decided > rows.length && (
            <p className="dk-quiet">{FR_BOARD.proposal.more(undecided + decided - rows.length)}</p>
          )}
        </>
      )}
      {asked !== null && (
        <Textarea
          mt="xs"
          required
          label={FR_BOARD.proposal.reason}
          description={asked}
          maxLength={500}
          autosize
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {fault !== null && (
        <Alert color="marianne" role="alert" mt="xs" title={fault.sentence}>
          {fault.advice ?? FR.readingIsSafe}
        </Alert>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {FR.cancel}
        </Button>
        {undecided > 0 && (
          <Button
            variant="default"
            disabled={asked !== null && reason.trim() === ''}
            loading={busy}
            onClick={() => void accept(whole)}
          >
            {FR_BOARD.proposal.applyWhole(undecided)}
          </Button>
        )}
        <Button
          disabled={accepted.length === 0 || (asked !== null && reason.trim() === '')}
          loading={busy}
          onClick={() => void accept(setsOfRows(accepted))}
        >
          {FR_BOARD.proposal.apply(accepted.length)}
        </Button>
      </Group>
    </>
  );
}

function isUndecided({ before }: OrderRow): boolean {
  return before === 'none';
}
