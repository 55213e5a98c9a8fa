import { FR_WORKSPACE } from '../../text/fr-workspace.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import type { WindowPin } from './use-window-pin.ts';

/** A pinned window says that it is, and how to follow again; nothing otherwise. */
export function PinBar({ pin }: { readonly pin: WindowPin }) {
  if (pin.pinned === null) return null;
  return (
    <div className="dk-pin" role="status">
      <span>{FR_WORKSPACE.pin.pinned}</span>
      <button type="button" className="dk-link" onClick={pin.toggle}>
        {FR_WORKSPACE.pin.unpin}
      </button>
      <KeyCap name="G" />
    </div>
  );
}
