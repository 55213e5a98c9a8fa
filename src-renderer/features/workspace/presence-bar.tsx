import { useEffect } from 'react';
import { useDesk } from '../../data/desk-context.ts';
import { usePresence } from '../../data/use-presence.ts';
import { formatTime } from '../../text/format.ts';
import { FR_WORKSPACE } from '../../text/fr-workspace.ts';

/** Says which mission this window shows, and who else has it open: it warns and never blocks (FEATURES D15). */
export function PresenceBar({ missionId }: { readonly missionId: string | null }) {
  const { client } = useDesk();
  useEffect(() => {
    client.presence.show({ missionId }).catch(() => undefined);
  }, [client, missionId]);
  const here = (usePresence() ?? []).filter((one) => one.missionId === missionId);
  const others = here.filter(({ self }) => !self);
  const self = here.find((one) => one.self);
  return (
    <div role="status">
      {others.length > 0 && (
        <div className="dk-pin" data-tone="warning">
          <span>
            {FR_WORKSPACE.presence.others(
              others.map(({ personName, since }) => ({ personName, at: formatTime(since) })),
            )}
          </span>
        </div>
      )}
      {self !== undefined && (
        <div className="dk-pin">
          <span>{FR_WORKSPACE.presence.self(formatTime(self.since))}</span>
        </div>
      )}
    </div>
  );
}
