import type { StatusLabel } from '../../../contract/domain/candidate-status.ts';
import { verificationLabel } from '../../text/labels.ts';
import type { Tone } from '../../ui/pill.tsx';
import { Pill } from '../../ui/pill.tsx';

const TONES: Readonly<Record<StatusLabel, Tone>> = {
  AFFECTÉ: 'success',
  CONTACTÉ: 'warning',
  'EN COURS': 'info',
  INDISPONIBLE: 'neutral',
  DISPONIBLE: 'success',
};

/** F76-F83: the word of the status, the colour only helps. */
export function CandidateStatusPill({ status }: { readonly status: string }) {
  return <Pill tone={(TONES as Readonly<Record<string, Tone>>)[status] ?? 'neutral'}>{status}</Pill>;
}

export function VerificationPill({ verification }: { readonly verification: string }) {
  return <Pill tone={verification === 'verified' ? 'neutral' : 'warning'}>{verificationLabel(verification)}</Pill>;
}
