/** What may go wrong below, in the words that windows know (contract/app/failures.ts). Anything else is a bug. */
import { DecisionFailure } from '../commands/decision-failure.ts';
import { NationalFault } from '../national/national-fault.ts';
import { failure } from '../rpc/failure.ts';
import { StoreFault } from '../store/store-fault.ts';
import { ImageFault } from './image/image-column.ts';

const OFFLINE: ReadonlySet<string> = new Set([
  'unreachable',
  'untrusted',
  'proxy-refused',
  'timeout',
  'captive-portal',
  'redirected',
  'busy',
  'truncated',
]);

function nationalFailure(fault: NationalFault): Error {
  if (OFFLINE.has(fault.code)) return failure('offline', { message: fault.message });
  if (fault.code === 'session-expired') return failure('signed-out', { message: fault.message });
  if (fault.code === 'no-right') return failure('not-allowed', { message: fault.message });
  return failure('national-refused', { message: fault.problem?.detail ?? fault.message });
}

/** @returns the failure to tell, or the error itself */
export function asFailure(error: unknown): unknown {
  if (error instanceof DecisionFailure) return failure(error.code, { message: error.message });
  if (error instanceof NationalFault) return nationalFailure(error);
  if (error instanceof ImageFault) return failure('ill-formed');
  if (!(error instanceof StoreFault)) return error;
  if (error.code === 'disk-full' || error.code === 'read-only') return failure('disk-full', { message: error.message });
  if (error.code === 'newer-schema' || error.code === 'other-person')
    return failure('not-allowed', { message: error.message, advice: 'Adressez-vous à l’assistance de votre poste.' });
  return failure('storage-damaged', { message: error.message });
}
