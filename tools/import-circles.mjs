/**
 * The circles of a graph of imports: of each, the files that all lead to each other, sorted (Tarjan's strongly connected
 * components). Imports of files that the graph does not have are left out.
 */
export function circlesOf(graph) {
  const order = new Map();
  const low = new Map();
  const open = [];
  const circles = [];
  const visit = (file) => {
    order.set(file, order.size);
    low.set(file, order.get(file));
    open.push(file);
    for (const imported of graph.get(file)) {
      if (!graph.has(imported)) continue;
      if (!order.has(imported)) visit(imported);
      if (open.includes(imported)) low.set(file, Math.min(low.get(file), low.get(imported)));
    }
    if (low.get(file) !== order.get(file)) return;
    const members = open.splice(open.indexOf(file));
    if (members.length > 1 || graph.get(file).includes(file)) circles.push(members.sort());
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles.sort(([a], [b]) => (a < b ? -1 : 1));
}
