/** The exact plan: as many posts as can be filled, those of higher lanes first, at the least cost. */
import type { AssignmentInstance } from './assignment-instance.ts';
import type { Solution } from './assignment-search.ts';
import { AssignmentSearch } from './assignment-search.ts';

/**
 * @param onProgress told how many posts were looked at
 * @throws InstanceTooLarge
 * @example solveAssignment(instance).assignment[0] // the mission of candidate 0, or -1
 */
export function solveAssignment(instance: AssignmentInstance, onProgress?: (posts: number) => void): Solution {
  const search = new AssignmentSearch(instance);
  const { posts, weights } = instance;
  const order = [...posts.keys()].sort((left, right) => (weights[right] ?? 0) - (weights[left] ?? 0) || left - right);
  let seen = 0;
  for (const mission of order) {
    const count = posts[mission] ?? 0;
    for (let post = 0; post < count; post += 1) {
      // Its posts are alike: where one stays empty, so do the next.
      if (!search.fill(mission)) break;
    }
    seen += count;
    onProgress?.(seen);
  }
  return search.solution();
}
