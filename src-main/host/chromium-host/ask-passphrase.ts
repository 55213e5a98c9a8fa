import type { ReadStream, WriteStream } from 'node:tty';

const ENTER = new Set(['\r', '\n', '\u0004']);
const INTERRUPT = '\u0003';
const ERASE = new Set(['\u007f', '\b']);

/** Asks for a text at a terminal without showing it; what is typed never reaches a file, an argument, the environment. */
export function askPassphrase(input: ReadStream, output: WriteStream, question: string): Promise<string> {
  output.write(question);
  input.setRawMode(true);
  input.setEncoding('utf8');
  input.resume();
  return new Promise((resolve, reject) => {
    const typed: string[] = [];
    const end = () => {
      input.off('data', hear);
      input.setRawMode(false);
      input.pause();
      output.write('\n');
    };
    const hear = (data: string | Buffer) => {
      for (const letter of String(data)) {
        if (letter === INTERRUPT) {
          end();
          return reject(new Error('Démarrage abandonné.'));
        }
        if (ENTER.has(letter)) {
          end();
          return resolve(typed.join(''));
        }
        if (ERASE.has(letter)) typed.pop();
        else typed.push(letter);
      }
      return undefined;
    };
    input.on('data', hear);
  });
}
