import type { Cluster } from '@motcua/local-system';
import { direct, ScenarioClient } from '@motcua/scenario';
import type pg from 'pg';
import { type PaidBack, platformStatement, statementPath, takenBy } from '../platform-statement.js';
import type { ChaosRecord } from '../record.js';
import { tokenOf } from '../tokens.js';
import { compared, disagreeing, type Finding } from './finding.js';

const SAYS_NOTHING_ELSE = ['amountDiffers', 'missingHere', 'missingThere', 'unknownReference', 'refundDiffers'];

/**
 * Every cashier who has worked imports the platform's statement of the day, payments back included: each line is matched by one of
 * them, none by two, nothing differs, and no break of an earlier statement is left that both sides agree on.
 */
export async function checkStatements(cluster: Cluster, admin: pg.Client, record: ChaosRecord): Promise<Finding[]> {
  const { rows: back } = await admin.query<PaidBack>(
    `SELECT reference, transaction, sum(amount)::int AS amount FROM payment.ledger_entry
     WHERE kind = 'refund' AND method = 'nationalPlatform' GROUP BY 1, 2`,
  );
  const file = platformStatement(cluster.platform, back);
  const cashiers = [
    ...new Set(record.acknowledged.flatMap(({ kind, persona }) => (kind === 'statement' ? [persona] : []))),
  ];
  if (file === null || cashiers.length === 0) return [];
  const client = new ScenarioClient(cluster.url, tokenOf(cluster.url), direct(cluster.url));
  const path = await statementPath((of) => client.get(null, of));
  const findings: Finding[] = [];
  let matched = 0;
  for (const cashier of cashiers) {
    const { status, body } = await client.post(cashier, path, { file });
    if (status !== 201) return [disagreeing(`the statement of the platform: ${status} ${JSON.stringify(body)}`)];
    matched += body.counts.matched as number;
    for (const outcome of SAYS_NOTHING_ELSE)
      if (body.counts[outcome] > 0)
        findings.push(disagreeing(`statement by ${cashier}: ${outcome} ${body.counts[outcome]} times`));
  }
  const { rows: open } = await admin.query<{ kind: string; reference: string }>(
    `SELECT kind, reference FROM payment.payment_break WHERE status = 'open' AND kind IN ('missingHere', 'missingThere', 'refundDiffers')`,
  );
  return [
    ...findings,
    ...compared('lines of the statement that are matched', matched, takenBy(cluster.platform).size + back.length),
    ...open.map(({ kind, reference }) =>
      disagreeing(`a break that no later statement explains: ${kind} of ${reference}`),
    ),
  ];
}
