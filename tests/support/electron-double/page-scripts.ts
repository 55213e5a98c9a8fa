/**
 * The two scripts that stand for Electron inside a page. The preload runs in a world of its own, as in Electron with
 * `contextIsolation`: the two worlds share the document and nothing else, so what reaches the page is what passes
 * through these events, which the browser copies from world to world.
 */

/** In the page's world: builds what the preload exposes, out of copies. */
export const PAGE_SCRIPT = `(() => {
  if (window !== window.top) return;
  const callbacks = new Map();
  let last = 0;
  const copyOut = (value) => {
    if (typeof value !== 'function') return { value };
    callbacks.set(++last, value);
    return { callback: last };
  };
  window.addEventListener('electron-double:expose', ({ detail }) => {
    if (detail.name in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
    const api = {};
    for (const member of detail.members) {
      api[member] = (...values) => {
        const call = { name: detail.name, member, values: values.map(copyOut) };
        window.dispatchEvent(new CustomEvent('electron-double:call', { detail: call }));
      };
    }
    Object.defineProperty(window, detail.name, { value: Object.freeze(api), enumerable: true });
  });
  window.addEventListener('electron-double:callback', ({ detail }) => callbacks.get(detail.callback)(...detail.values));
})();`;

/** In the preload's world, before it: a \`require\` that knows Electron's two modules for a sandboxed page. */
export const PRELOAD_PROLOGUE = `if (window === window.top) (() => {
  const tell = (message) => electronDouble(JSON.stringify(message));
  const ports = new Map();
  let last = 0;
  const code = (data) => {
    if (typeof data === 'string') return { text: data };
    if (!(data instanceof Uint8Array)) throw new Error('The double carries text and bytes only');
    let letters = '';
    for (let at = 0; at < data.length; at += 0x8000) letters += String.fromCharCode(...data.subarray(at, at + 0x8000));
    return { bytes: btoa(letters) };
  };
  const decode = ({ text, bytes }) => text ?? Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
  const strict = (name, known) => new Proxy(known, {
    get(target, key) {
      if (key in target) return target[key];
      throw new Error('The double of Electron does not know ' + name + '.' + String(key));
    },
  });
  const apis = new Map();
  window.addEventListener('electron-double:call', ({ detail: { name, member, values } }) => {
    const copyIn = ({ value, callback }) => callback === undefined ? value : (...given) => {
      window.dispatchEvent(new CustomEvent('electron-double:callback', { detail: { callback, values: given } }));
    };
    apis.get(name)[member](...values.map(copyIn));
  });
  const electron = strict('electron', {
    contextBridge: strict('contextBridge', {
      exposeInMainWorld(name, api) {
        const members = Object.keys(api);
        if (members.some((member) => typeof api[member] !== 'function')) throw new Error('The double exposes functions only');
        apis.set(name, api);
        window.dispatchEvent(new CustomEvent('electron-double:expose', { detail: { name, members } }));
      },
    }),
    ipcRenderer: strict('ipcRenderer', {
      send: (channel, ...values) => tell({ kind: 'send', channel, values }),
      postMessage(channel, message, transfer = []) {
        const carried = transfer.map((port) => {
          if (!(port instanceof MessagePort)) throw new TypeError('Value at index 0 does not have a transferable type.');
          const id = ++last;
          ports.set(id, port);
          port.onmessage = ({ data }) => tell({ kind: 'port', id, ...code(data) });
          return id;
        });
        tell({ kind: 'send', channel, values: [message], ports: carried });
      },
    }),
  });
  globalThis.electronDoubleDeliver = (messages) => {
    for (const { id, close, ...coded } of messages) {
      if (close) ports.get(id).close();
      else ports.get(id).postMessage(decode(coded));
    }
  };
  globalThis.require = (name) => {
    if (name === 'electron') return electron;
    throw new Error('module not found: ' + name);
  };
})();
if (window === window.top) (() => {
`;

export const PRELOAD_EPILOGUE = '\n})();';
export const PRELOAD_WORLD = 'electron-double-preload';
