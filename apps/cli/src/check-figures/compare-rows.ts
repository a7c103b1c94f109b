import type { Row } from './snapshot.js';

export interface Compared {
  readonly rows: number;
  /** `key: what the one says, what the other says`; the first of them, all are counted. */
  readonly differences: readonly string[];
  readonly differing: number;
}

const NAMED = 20;
const NOTHING = 'nothing';

/** Walks along both in the order of their keys, and holds one row of each. */
export async function compareRows(live: AsyncIterable<Row>, rebuilt: AsyncIterable<Row>): Promise<Compared> {
  const [ones, others] = [live[Symbol.asyncIterator](), rebuilt[Symbol.asyncIterator]()];
  const next = async (rows: AsyncIterator<Row>): Promise<Row | undefined> => {
    const result = await rows.next();
    return result.done === true ? undefined : result.value;
  };
  const differences: string[] = [];
  let [rows, differing] = [0, 0];
  let [one, other] = [await next(ones), await next(others)];
  while (one !== undefined || other !== undefined) {
    const order =
      one === undefined ? 1 : other === undefined ? -1 : one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
    const [left, right] = [order <= 0 ? one : undefined, order >= 0 ? other : undefined];
    rows++;
    if (left?.row !== right?.row) {
      differing++;
      const key = left?.key ?? right?.key ?? '';
      if (differences.length < NAMED)
        differences.push(`${key}: ${left?.row ?? NOTHING}, rebuilt ${right?.row ?? NOTHING}`);
    }
    if (left) one = await next(ones);
    if (right) other = await next(others);
  }
  return { rows, differences, differing };
}
