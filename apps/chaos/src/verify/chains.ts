import { type AggregateName, firstBrokenLine, type HistoryLine } from '@motcua/platform';
import type pg from 'pg';
import { disagreeing, type Finding } from './finding.js';

type Row = Omit<HistoryLine, 'at'> & { readonly at: Date };

/** Every history holds from its first line to its last, and ends no earlier than its events have said. */
export async function checkChains(admin: pg.Client, schema: string, key: string): Promise<Finding[]> {
  const { rows } = await admin.query<Row>(
    `SELECT aggregate, n, at, actor, action, detail, previous, hash FROM ${schema}.history ORDER BY aggregate, n`,
  );
  const histories = Map.groupBy(
    rows.map((row) => ({ ...row, at: Temporal.Instant.fromEpochMilliseconds(row.at.getTime()) })),
    ({ aggregate }) => aggregate,
  );
  const broken = [...histories].flatMap(([aggregate, lines]) => {
    const line = firstBrokenLine(key, lines);
    return line === undefined
      ? []
      : [disagreeing(`history of ${aggregate} at ${schema} does not hold at line ${line}`)];
  });
  const { rows: heads } = await admin.query<{ aggregate: AggregateName; length: number; head: string }>(
    `SELECT DISTINCT ON (1) headers->>'historyaggregate' AS aggregate, (headers->>'historylength')::int AS length,
       headers->>'historyhead' AS head
     FROM ${schema}.outbox WHERE headers ? 'historyhead' ORDER BY 1, (headers->>'historylength')::int DESC`,
  );
  const cut = heads.flatMap(({ aggregate, length, head }) =>
    histories.get(aggregate)?.[length - 1]?.hash.toString('hex') === head
      ? []
      : [disagreeing(`history of ${aggregate} at ${schema} is not the one that was published`)],
  );
  return [...broken, ...cut];
}
