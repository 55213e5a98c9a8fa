/** Walks the contract: every procedure with its dotted name, method and path. */
import { isContractProcedure } from '@orpc/contract';
import { nationalContract } from '../../contract/national/routes.ts';

export interface ContractRoute {
  /** 'commands.send': its line in the policy table. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** '/v1/commands/{commandId}'. */
  readonly path: string;
  /** False: any query is an unknown field. */
  readonly takesQuery: boolean;
}

export function contractRoutes(): readonly ContractRoute[] {
  const routes: ContractRoute[] = [];
  for (const [group, members] of Object.entries(nationalContract)) {
    for (const [member, procedure] of Object.entries(members)) {
      if (!isContractProcedure(procedure)) throw new Error(`${group}.${member} is not a procedure`);
      const { inputSchema, route } = procedure['~orpc'];
      const { method, path, inputStructure } = route;
      if (method === undefined || method === 'HEAD' || path === undefined) {
        throw new Error(`${group}.${member} has no method or no path`);
      }
      // In a detailed input the schema itself says which query it takes.
      const takesQuery = inputSchema !== undefined && (method === 'GET' || inputStructure === 'detailed');
      routes.push({ name: `${group}.${member}`, method, path, takesQuery });
    }
  }
  return routes;
}

/** @example fastifyPath('/v1/commands/{commandId}') // '/v1/commands/:commandId' */
export function fastifyPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}
