/** How much a body may ask of whoever reads it. */
interface JsonLimits {
  /** Objects and lists within each other. */
  readonly depth: number;
  /** Values in all: texts, numbers, objects, lists. */
  readonly nodes: number;
  /** Members of one object. */
  readonly members: number;
}

export type ExceededJsonLimit = keyof JsonLimits;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OBJECT, OBJECT_END, LIST, LIST_END] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * The limit that a JSON text exceeds, or nothing: found in one pass over its bytes, before any of it becomes a value.
 * What is no JSON is counted as far as it looks like it, and left to the parser.
 */
export function exceededJsonLimit(bytes: Uint8Array, limits: JsonLimits): ExceededJsonLimit | undefined {
  // Members seen in each open object, -1 for a list.
  const open: number[] = [];
  let nodes = 1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      for (at++; at < bytes.length && bytes[at] !== QUOTE; at++) if (bytes[at] === BACKSLASH) at++;
    } else if (byte === OBJECT || byte === LIST) {
      open.push(byte === OBJECT ? 1 : -1);
      nodes++;
      if (open.length > limits.depth) return 'depth';
      if (nodes > limits.nodes) return 'nodes';
    } else if (byte === OBJECT_END || byte === LIST_END) {
      open.pop();
    } else if (byte === COMMA) {
      nodes++;
      const members = open.at(-1);
      if (members !== undefined && members > 0) open[open.length - 1] = members + 1;
      if (nodes > limits.nodes) return 'nodes';
      if (members !== undefined && members >= limits.members) return 'members';
    }
  }
  return undefined;
}
