import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packInstance } from './assignment-instance.ts';
import { createFlowNetwork } from './max-flow.ts';
import { solveAssignment } from './solve-assignment.ts';

const drawn = fc.record({
  posts: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }),
  people: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }),
  hub: fc.integer({ min: 0, max: 5 }),
  meets: fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }),
});

describe('the largest flow', () => {
  it('is what the exact plan fills, classes of people taken one by one', () => {
    fc.assert(
      fc.property(drawn, ({ posts, people, hub, meets }) => {
        const mayGo = (need: number, kind: number) => meets[need * 6 + kind] === true;
        const network = createFlowNetwork();
        const [source, sink, gate] = [network.node(), network.node(), network.node()];
        network.arc(source, gate, hub);
        const needs = posts.map((count) => {
          const node = network.node();
          network.arc(node, sink, count);
          return node;
        });
        people.forEach((count, kind) => {
          const node = network.node();
          // Every other class comes through the hub.
          network.arc(kind % 2 === 0 ? source : gate, node, count);
          needs.forEach((need, index) => {
            if (mayGo(index, kind)) network.arc(node, need, count);
          });
        });
        const kinds = people.flatMap((count, kind) => Array.from({ length: count }, () => kind));
        const missions = posts.map((count, need) => ({
          posts: count,
          weight: 1,
          pairs: kinds.flatMap((kind, candidate) => (mayGo(need, kind) ? [{ candidate, cost: 1 }] : [])),
        }));
        const groups = { of: kinds.map((kind) => (kind % 2 === 0 ? -1 : 0)), limits: [hub] };
        const { assignment } = solveAssignment(packInstance(missions, kinds.length, groups));
        expect(network.flow(source, sink)).toBe(assignment.filter((mission) => mission >= 0).length);
      }),
    );
  });
});
