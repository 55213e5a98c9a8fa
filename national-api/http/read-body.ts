/** Reads a request's body within a size and a pace: a client that trickles is cut (TRUST S43). */
import type { Readable } from 'node:stream';
import type { HttpLimits } from './limits.ts';
import { ServiceProblem } from './service-problem.ts';

/** How often the pace is looked at, in milliseconds. */
const LOOK_EVERY = 500;

const tooLarge = (): ServiceProblem =>
  new ServiceProblem(413, 'body-too-large', 'Le contenu envoyé dépasse la taille permise. Rien n’a été enregistré.');
const tooSlow = (): ServiceProblem =>
  new ServiceProblem(
    408,
    'body-too-slow',
    'Le contenu arrivait trop lentement : la connexion est fermée. Rien n’a été enregistré.',
  );

/**
 * @param declared Content-Length, when the client said one: a lie in either direction is refused by Node itself
 * @throws ServiceProblem 413 or 408
 */
export function readBody(
  stream: Readable,
  declared: number | undefined,
  mostBytes: number,
  pace: Pick<HttpLimits, 'bodyGrace' | 'bodyPace'>,
): Promise<Buffer> {
  if (declared !== undefined && declared > mostBytes) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let received = 0;
    let looks = 0;
    const end = (finish: () => void): void => {
      clearInterval(timer);
      stream.off('data', onData);
      stream.off('end', onEnd);
      stream.off('error', onError);
      finish();
    };
    const onData = (chunk: Buffer): void => {
      received += chunk.length;
      if (received > mostBytes) end(() => reject(tooLarge()));
      else chunks.push(chunk);
    };
    const onEnd = (): void => end(() => resolve(Buffer.concat(chunks, received)));
    const onError = (error: Error): void => end(() => reject(error));
    // Looks are counted rather than the time read: the pace is the wall's, whatever clock the rules are given.
    const timer = setInterval(() => {
      looks += 1;
      const elapsed = looks * LOOK_EVERY;
      if (elapsed > pace.bodyGrace && received < (pace.bodyPace * elapsed) / 1000) end(() => reject(tooSlow()));
    }, LOOK_EVERY);
    stream.on('data', onData);
    stream.on('end', onEnd);
    stream.on('error', onError);
  });
}
