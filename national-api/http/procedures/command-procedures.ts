/** Decisions by HTTP: the kernel judges, the front only says the status of a single one. */

import type { Verdict } from '../../../contract/national/commands/verdict.ts';
import type { ProblemCode } from '../../../contract/national/problem-codes.ts';
import { executeBatch } from '../../kernel/execute-batch.ts';
import { callerOf } from '../service.ts';
import { ServiceProblem } from '../service-problem.ts';
import { national } from './base.ts';

/** A verdict that is not acceptance, as the problem that carries it. */
function problemOf(verdict: Exclude<Verdict, { outcome: 'accepted' }>): ServiceProblem {
  if (verdict.outcome === 'later') {
    const { message, retryAfter } = verdict;
    return new ServiceProblem(503, 'service-busy', message, { verdict, retryAfter });
  }
  const status = verdict.outcome === 'conflict' ? 409 : 422;
  return new ServiceProblem(status, verdict.code as ProblemCode, verdict.message, { verdict });
}

export const commandProcedures = {
  sendBatch: national.commands.sendBatch.handler(async ({ context, input: { commands } }) => {
    const { ground, handlers } = context.service;
    context.countCommands(commands.length);
    return { verdicts: await executeBatch(ground, handlers, callerOf(context), commands) };
  }),
  send: national.commands.send.handler(async ({ context, input: { params, body } }) => {
    if (body.commandId !== params.commandId) {
      const detail = 'L’identifiant de la décision n’est pas celui de l’adresse. Rien n’a été enregistré.';
      throw new ServiceProblem(422, 'command-id-mismatch', detail);
    }
    const { ground, handlers } = context.service;
    context.countCommands(1);
    const [verdict] = await executeBatch(ground, handlers, callerOf(context), [body]);
    if (verdict === undefined) throw new Error('A command without a verdict');
    if (verdict.outcome !== 'accepted') throw problemOf(verdict);
    return verdict;
  }),
};
