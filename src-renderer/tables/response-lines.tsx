import { useLive } from '../data/use-live.ts';
import { FR_ARBITRATION } from '../text/fr-arbitration.ts';

/** How often a person was asked to help, and what they answered (FEATURES D14); nothing while it is not known. */
export function ResponseLines({ id }: { readonly id: string }) {
  const question = `response ${id}`;
  const answer = useLive(question, (client) => client.responses.ofCandidate({ id }), ['proposals', 'outbox']);
  if (answer.value === null || answer.answers !== question) return null;
  return (
    <>
      <h3>{FR_ARBITRATION.response}</h3>
      <p>{answer.value.label}</p>
    </>
  );
}
