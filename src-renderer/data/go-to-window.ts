import type { DeskClient } from './desk-client.ts';

/** Goes to the window of that kind when one is open, else opens one. */
export async function goToWindow(client: Pick<DeskClient, 'windows'>, window: string): Promise<void> {
  const open = (await client.windows.list()).find((one) => one.window === window);
  if (open === undefined) await client.windows.open({ window, subjectId: null });
  else await client.windows.focus({ id: open.id });
}
