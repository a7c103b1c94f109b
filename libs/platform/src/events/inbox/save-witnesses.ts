import type { Database } from '../../database/database.js';
import { sql } from '../../database/sql.js';
import type { ReceivedEvent } from '../wire/envelope.js';
import { sealWitness } from '../../history/witness.js';

const HASH = /^[0-9a-f]{64}$/;
const SOURCE = '/motcua/';

/** Remembers how long the histories were that these events tell of, and what their last lines were; one statement in all. */
export async function saveWitnesses(
  database: Database,
  historyKey: string,
  events: readonly ReceivedEvent[],
): Promise<void> {
  const newest = new Map<string, { source: string; aggregate: string; n: number; hash: Buffer }>();
  for (const { source, key, historyaggregate: aggregate = key, historylength: n, historyhead } of events) {
    if (n === undefined || historyhead === undefined || !HASH.test(historyhead)) continue;
    const name = JSON.stringify([source, aggregate]);
    if ((newest.get(name)?.n ?? 0) >= n) continue;
    newest.set(name, { source: source.replace(SOURCE, ''), aggregate, n, hash: Buffer.from(historyhead, 'hex') });
  }
  if (newest.size === 0) return;
  const witnesses = [...newest.values()];
  // In one order for all processes, so that two of them do not wait for each other's rows.
  await database.query(sql`
    INSERT INTO history_witness AS w (source, aggregate, n, hash, seal)
    SELECT * FROM unnest(
      ${witnesses.map(({ source }) => source)}::text[], ${witnesses.map(({ aggregate }) => aggregate)}::text[],
      ${witnesses.map(({ n }) => n)}::int[], ${witnesses.map(({ hash }) => hash)}::bytea[],
      ${witnesses.map((witness) => sealWitness(historyKey, witness))}::bytea[]
    ) AS t (source, aggregate, n, hash, seal)
    ORDER BY source, aggregate
    ON CONFLICT (source, aggregate) DO UPDATE SET n = excluded.n, hash = excluded.hash, seal = excluded.seal
    WHERE excluded.n > w.n`);
}
