/** The contract with the context that every procedure gets: where implementations start from. */
import { implement } from '@orpc/server';
import { nationalContract } from '../../../contract/national/routes.ts';
import type { CallContext } from '../service.ts';

export const national = implement(nationalContract).$context<CallContext>();
