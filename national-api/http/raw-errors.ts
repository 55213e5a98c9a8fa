/** What is answered on the bare socket, when Node refused the request before it became one. */
import type { Socket } from 'node:net';
import type { ProblemCode } from '../../contract/national/problem-codes.ts';
import type { Ground } from '../kernel/ground.ts';
import { answerProblem } from './answer-problem.ts';
import { ServiceProblem } from './service-problem.ts';

interface RawFault {
  readonly status: number;
  readonly reason: string;
  readonly code: ProblemCode;
  readonly detail: string;
}

const FAULTS: Readonly<Record<string, RawFault>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    code: 'request-too-long',
    detail: 'Les en-têtes de la requête sont trop longs.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    code: 'body-too-slow',
    detail: 'La requête arrivait trop lentement : la connexion est fermée.',
  },
};
const NOT_UNDERSTOOD: RawFault = {
  status: 400,
  reason: 'Bad Request',
  code: 'request-not-understood',
  detail: 'La requête n’est pas lisible.',
};

/** Answers and closes; a socket that is already gone is left alone. */
export function answerRawError(ground: Ground, error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, reason, code, detail } = FAULTS[error.code ?? ''] ?? NOT_UNDERSTOOD;
  const body = JSON.stringify(answerProblem(ground, new ServiceProblem(status, code, detail), 'socket'));
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'content-type: application/problem+json',
    'cache-control: no-store',
    'connection: close',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
