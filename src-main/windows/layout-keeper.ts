import type { SealedFile } from '../settings/sealed-file.ts';
import type { LayoutKeeper } from './window-layout.ts';
import { windowLayoutSchema } from './window-layout.ts';

/** Keeps the layout in a sealed file: a window's state may hold a name that was searched. */
export function createLayoutKeeper(file: SealedFile): LayoutKeeper {
  return {
    async read() {
      const text = await file.read();
      const parsed = windowLayoutSchema.safeParse(text === null ? null : parseJson(text));
      return parsed.success ? parsed.data : null;
    },
    write: (layout) => file.write(JSON.stringify(layout)),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
