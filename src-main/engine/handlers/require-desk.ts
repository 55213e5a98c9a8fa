import type { DecisionDesk } from '../../commands/decision-desk.ts';
import { failure } from '../../rpc/failure.ts';
import type { EngineContext } from '../engine-context.ts';
import type { OpenDesk } from '../open-desk.ts';

/** @throws the failure 'signed-out' when no base is open */
export function requireDesk(context: EngineContext): OpenDesk {
  const desk = context.desk();
  if (desk === null) throw failure('signed-out');
  return desk;
}

/** @throws the failure 'signed-out' when nobody is there to decide */
export function requireDecisions(context: EngineContext): DecisionDesk {
  const decisions = requireDesk(context).decisions();
  if (decisions === null) throw failure('signed-out');
  return decisions;
}
