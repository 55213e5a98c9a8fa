/** The largest flow of a small network with whole capacities (Dinic): how much can be filled all together, and no more. */

interface Arc {
  readonly to: number;
  left: number;
  /** Place of the arc back in the arcs of `to`. */
  readonly back: number;
}

export interface FlowNetwork {
  /** @returns the new node */
  node(): number;
  arc(from: number, to: number, capacity: number): void;
  /** May be asked once: the network is used up by it. */
  flow(source: number, sink: number): number;
}

/** @example const network = createFlowNetwork(); const [source, sink] = [network.node(), network.node()]; */
export function createFlowNetwork(): FlowNetwork {
  const arcs: Arc[][] = [];
  let levels = new Int32Array(0);
  let next = new Int32Array(0);

  function levelFrom(source: number, sink: number): boolean {
    levels = new Int32Array(arcs.length).fill(-1);
    levels[source] = 0;
    const queue = [source];
    for (const node of queue) {
      for (const { to, left } of arcs[node] ?? []) {
        if (left === 0 || levels[to] !== -1) continue;
        levels[to] = (levels[node] ?? 0) + 1;
        queue.push(to);
      }
    }
    return levels[sink] !== -1;
  }

  function push(node: number, sink: number, most: number): number {
    if (node === sink) return most;
    const out = arcs[node] ?? [];
    for (let place = next[node] ?? 0; place < out.length; place += 1) {
      next[node] = place;
      const arc = out[place];
      if (arc === undefined || arc.left === 0 || levels[arc.to] !== (levels[node] ?? 0) + 1) continue;
      const pushed = push(arc.to, sink, Math.min(most, arc.left));
      if (pushed === 0) continue;
      arc.left -= pushed;
      const back = arcs[arc.to]?.[arc.back];
      if (back !== undefined) back.left += pushed;
      return pushed;
    }
    next[node] = out.length;
    return 0;
  }

  return {
    node: () => arcs.push([]) - 1,
    arc(from, to, capacity) {
      const [out, back] = [arcs[from] ?? [], arcs[to] ?? []];
      out.push({ to, left: capacity, back: back.length });
      back.push({ to: from, left: 0, back: out.length - 1 });
    },
    flow(source, sink) {
      let total = 0;
      while (levelFrom(source, sink)) {
        next = new Int32Array(arcs.length);
        for (;;) {
          const pushed = push(source, sink, Number.MAX_SAFE_INTEGER);
          if (pushed === 0) break;
          total += pushed;
        }
      }
      return total;
    },
  };
}
