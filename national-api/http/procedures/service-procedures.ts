/** Life signs, the registry of problems, who is speaking. */
import { problemType } from '../../../contract/national/problem.ts';
import { isProblemCode, PROBLEM_CODES } from '../../../contract/national/problem-codes.ts';
import { CONTRACT_VERSION } from '../../../contract/national/version.ts';
import { isoInstant } from '../../kernel/ground.ts';
import { readHead } from '../../kernel/seal.ts';
import { callerOf } from '../service.ts';
import { ServiceProblem } from '../service-problem.ts';
import { national } from './base.ts';

const page = (code: string, title: string) => ({ type: problemType(code), code, title });

export const serviceProcedures = {
  health: national.service.health.handler(async ({ context: { service } }) => {
    const { database, clock } = service.ground;
    return {
      status: 'ok' as const,
      contract: CONTRACT_VERSION,
      at: isoInstant(clock()),
      head: await readHead(database.read),
    };
  }),
  me: national.service.me.handler(({ context }) => callerOf(context)),
  problems: national.service.problems.handler(() => ({
    problems: Object.entries(PROBLEM_CODES).map(([code, title]) => page(code, title)),
  })),
  problem: national.service.problem.handler(({ input: { code } }) => {
    if (!isProblemCode(code)) throw new ServiceProblem(404, 'unknown-problem', 'Ce code n’est pas au registre.');
    return page(code, PROBLEM_CODES[code]);
  }),
};
