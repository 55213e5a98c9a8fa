/** Loaded before a utility process of the double: gives `process.parentPort`, as Electron does. */
const listeners: ((event: { data: unknown; ports: readonly never[] }) => void)[] = [];
const waiting: unknown[] = [];

process.on('message', (data) => {
  if (listeners.length === 0) waiting.push(data);
  for (const listener of listeners) listener({ data, ports: [] });
});
process.on('disconnect', () => process.exit(0));

Object.defineProperty(process, 'parentPort', {
  value: {
    postMessage: (data: unknown) => process.send?.(data),
    on(event: string, listener: (event: { data: unknown; ports: readonly never[] }) => void) {
      if (event !== 'message') throw new Error(`The double of Electron does not know the event parentPort '${event}'.`);
      listeners.push(listener);
      for (const data of waiting.splice(0)) listener({ data, ports: [] });
    },
  },
});
