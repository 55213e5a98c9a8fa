import { chromiumKind } from './chromium-kind.ts';
import { electronDoubleKind } from './electron-double-kind.ts';
import type { HostKind } from './running-host.ts';

/** Every host that can run here. */
export function hostKinds(): readonly HostKind[] {
  return [chromiumKind, electronDoubleKind];
}
