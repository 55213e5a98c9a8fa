import { describe, expect, it } from 'vitest';
import { startDesk } from '../../tests/support/desk-rpc/desk-under-test.ts';

/** The first that a stream gives after `work`. */
async function heardAfter<Item>(stream: AsyncIterable<Item>, work: () => Promise<unknown>): Promise<Item | undefined> {
  const next = stream[Symbol.asyncIterator]().next();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await work();
  return (await next).value;
}

describe('the workspace, asked by a window', () => {
  it('tells the other windows that the theme changed', async () => {
    const { connect } = await startDesk();
    const [mine, other] = [connect('w-1').client, connect('w-2').client];
    const heard = await heardAfter(await other.workspace.changes(), () => mine.settings.change({ theme: 'dark' }));
    expect(heard?.topics).toEqual(['settings']);
  });

  it('gives what the menu asks to the window that was in front, and to no other', async () => {
    const { connect, workspace } = await startDesk();
    const orders = await connect('w-1').client.workspace.orders();
    const heard = await heardAfter(orders, async () => {
      workspace.orders.give('w-2', 'help');
      workspace.orders.give('w-1', 'palette');
    });
    expect(heard).toEqual({ order: 'palette' });
  });

  it('says which line is the window’s own, pins it, and closes by id', async () => {
    const { connect, windows } = await startDesk();
    await windows.open('missions', null);
    await windows.open('missions', null);
    const [first, second] = windows.list();
    const { client } = connect(second?.id ?? '');
    await client.workspace.windows.pin({ subject: { kind: 'mission', id: 'm-1' } });
    expect(await client.workspace.windows.list()).toEqual([
      { id: first?.id, window: 'missions', title: 'Missions', pinned: false, mine: false },
      { id: second?.id, window: 'missions', title: 'Missions (2)', pinned: true, mine: true },
    ]);
    expect(await client.workspace.windows.pinned()).toEqual({ kind: 'mission', id: 'm-1' });
    expect(await connect('nobody').client.workspace.windows.pinned()).toBeNull();
    await expect(client.workspace.windows.close({ id: 'nobody' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(client.workspace.windows.reopen()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps layouts by name, and refuses those that are not there', async () => {
    const { connect, windows } = await startDesk();
    await windows.open('missions', null);
    const { layouts } = connect('w-1').client.workspace;
    await layouts.save({ name: ' Cellule 3 écrans ' });
    const [layout] = await layouts.list();
    expect(layout).toMatchObject({ name: 'Cellule 3 écrans', windows: ['Missions'] });
    await layouts.rename({ id: layout?.id ?? '', name: 'Nuit' });
    await layouts.apply({ id: layout?.id ?? '' });
    await layouts.remove({ id: layout?.id ?? '' });
    expect(await layouts.list()).toEqual([]);
    await expect(layouts.apply({ id: 'gone' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('shows the people of another mission in the window that follows, not in one more', async () => {
    const { connect, windows, workspace } = await startDesk();
    const { client } = connect('w-1');
    await client.windows.open({ window: 'candidates', subjectId: 'm-1' });
    await client.windows.open({ window: 'candidates', subjectId: 'm-2' });
    expect(windows.list()).toHaveLength(1);
    expect(workspace.selection.current().subject).toEqual({ kind: 'mission', id: 'm-2' });
    windows.pin(windows.list()[0]?.id ?? '', { kind: 'mission', id: 'm-2' });
    await client.windows.open({ window: 'candidates', subjectId: 'm-3' });
    expect(windows.list()).toHaveLength(2);
  });

  it('S34 shows what a link names, and says what is not here', async () => {
    const { connect, windows, workspace } = await startDesk();
    const { client } = connect('w-1');
    await client.workspace.windows.show({ kind: 'candidate', id: 'c-1' });
    await client.workspace.windows.show({ kind: 'establishment', id: 'e-1' });
    expect(windows.list().map(({ window }) => window)).toEqual(['candidates', 'missions']);
    expect(workspace.selection.current().subject).toEqual({ kind: 'candidate', id: 'c-1' });
    await expect(client.workspace.windows.show({ kind: 'establishment', id: 'e-9' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('keeps quiet hours and reads what was told', async () => {
    const { connect, workspace } = await startDesk();
    const { notices } = connect('w-1').client.workspace;
    await notices.setQuietHours({ quietHours: { from: '00:00', to: '23:59' } });
    workspace.notices.tell('alert', 'Alerte', 'Répondue.');
    expect((await notices.list()).notices).toMatchObject([{ kind: 'alert', read: false }]);
    await notices.markRead();
    expect((await notices.list()).notices).toMatchObject([{ read: true }]);
  });
});
