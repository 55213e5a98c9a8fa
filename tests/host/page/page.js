/**
 * What the host suite's page does: it keeps what it hears, answers what it is asked, and can send a thousand messages.
 * A bare script, so that the suite needs no build.
 */
const heard = [];
const asked = {
  echo: (message) => renfort.postMessage(message),
  count: ({ upTo }) => {
    for (let number = 0; number < upTo; number += 1) renfort.postMessage(JSON.stringify({ number }));
  },
  bytes: ({ length }) => renfort.postMessage(Uint8Array.from({ length }, (_, index) => index % 251)),
  heard: () => renfort.postMessage(JSON.stringify({ heard: heard.splice(0) })),
  run: ({ script }) => {
    const answer = (outcome) => renfort.postMessage(JSON.stringify({ outcome }));
    scripts[script]().then(answer, (error) => answer(`refused: ${error.name}`));
  },
};

/** What a hostile script would try from inside the page. */
const scripts = {
  reach: async () => {
    const response = await fetch('https://example.com/');
    return response.status;
  },
  compile: async () => new Function('return 1')(),
  /** Refused at once, or closed before it could show anything. */
  open: async () => {
    const opened = window.open('https://example.com/');
    for (let turn = 0; turn < 200 && opened && !opened.closed; turn += 1)
      await new Promise((wake) => setTimeout(wake, 20));
    return opened === null || opened.closed ? 'no window' : 'a window';
  },
};

renfort.onMessage((message) => {
  if (typeof message !== 'string') {
    const sum = message.reduce((total, byte, index) => (total + byte * ((index % 97) + 1)) % 1_000_003, 0);
    heard.push({ bytes: message.length, sum });
    return;
  }
  const parsed = JSON.parse(message);
  const act = asked[parsed.ask];
  if (act) act(parsed);
  else heard.push(parsed);
});
renfort.postMessage(JSON.stringify({ ready: true }));
