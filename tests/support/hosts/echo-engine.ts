/** An engine that says back what it hears, and ends when told: for the host suite. */
import { openEngineConnection } from '../../../src-main/host/engine-connection.ts';

const connection = openEngineConnection();
connection.onMessage((message) => {
  if (message === 'end') process.exit(3);
  connection.postMessage(message);
});
