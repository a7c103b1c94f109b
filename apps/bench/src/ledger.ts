import { balancesStatement, rangesOf, type StoredPosting, postingsInsert } from '@motcua/fee-payment';
import type { Client } from 'pg';
import { comparePages } from './asked-and-bare.js';
import { seedArrived } from './caught-up.js';
import { type Comparison, median } from './measure.js';
import type { Section } from './report.js';
import { connectTo, startProcess, SYSTEM, tokenOf, withFolder } from './running-system.js';
import type { Sizes } from './sizes.js';

const OFFICE = 'H48.12';
const LIMIT = 50;
const AT_ONCE = 64;

// A hundred agencies with five drawers each; the account of each third posting is that of a dossier. Past triggers and keys.
const FILL = `
  INSERT INTO payment.ledger_posting (source, why, n, debit, credit, amount, at, cash_day_id)
  SELECT gen_random_uuid(), CASE n % 3 WHEN 0 THEN 'surplus' WHEN 1 THEN 'payment' ELSE 'settled' END, 0,
    CASE n % 3 WHEN 0 THEN 'drawer/' || office || '/cashier-' || n / 4 % 5 WHEN 1 THEN 'clearing' ELSE 'unallocated/' || n % 5000 END,
    CASE n % 3 WHEN 2 THEN 'due/' || office || '/phi' ELSE 'unallocated/' || n % 5000 END, 1000 + n % 1000, now(),
    CASE n % 3 WHEN 0 THEN '00000000-0000-7000-8000-000000000000'::uuid END
  FROM generate_series(1, $1::int) AS n, LATERAL (SELECT CASE WHEN n % 4 = 0 THEN '${OFFICE}' ELSE 'H48.' || 100 + n % 100 END AS office) AS o`;

const PLAIN = ['source', 'why', 'n', 'debit', 'credit', 'amount', 'at'] as const;

const postings = (): readonly StoredPosting[] =>
  Array.from({ length: AT_ONCE }, (_, n) => ({
    ...{ source: crypto.randomUUID(), why: 'settled', n: 0, dossierId: null, cashDayId: null },
    ...{ debit: `unallocated/${n}`, credit: `due/${OFFICE}/phi`, amount: 1000, at: Temporal.Now.instant() },
  }));

/** Milliseconds of a transaction that is rolled back. */
async function rolledBack(client: Client, text: string, values: readonly unknown[]): Promise<number> {
  await client.query('BEGIN');
  const began = performance.now();
  await client.query({ name: text.slice(0, 60), text, values: [...values] });
  const ended = performance.now();
  await client.query('ROLLBACK');
  return ended - began;
}

/** A group's postings as the service writes them, against the same rows written by hand into the same table without its triggers. */
async function posting(admin: Client, rounds: number): Promise<Comparison> {
  await admin.query(`
    CREATE TABLE payment.bench_posting (LIKE payment.ledger_posting INCLUDING DEFAULTS INCLUDING INDEXES);
    INSERT INTO payment.bench_posting SELECT * FROM payment.ledger_posting`);
  await admin.query('ANALYZE payment.bench_posting');
  const places = Array.from(
    { length: AT_ONCE },
    (_, row) => `(${PLAIN.map((__, n) => `$${row * PLAIN.length + n + 1}`).join(', ')})`,
  );
  const bare = `INSERT INTO payment.bench_posting (${PLAIN.join(', ')}) VALUES ${places.join(', ')}`;
  const [ours, reference]: [number[], number[]] = [[], []];
  for (let round = -3; round < rounds; round += 1) {
    const rows = postings();
    const { text, values } = postingsInsert(rows);
    const mine = await rolledBack(admin, text, values);
    const byHand = rows.flatMap((row) => PLAIN.map((name) => (name === 'at' ? row.at.toString() : row[name])));
    const theirs = await rolledBack(admin, bare, byHand);
    if (round >= 0) {
      ours.push(mine);
      reference.push(theirs);
    }
  }
  await admin.query('DROP TABLE payment.bench_posting');
  return {
    what: `${AT_ONCE} postings of a group are written`,
    ours: median(ours),
    reference: median(reference),
    unit: 'ms (median)',
    ratio: median(reference) / median(ours),
    note: `the reference is a prepared INSERT of the same rows, into the same table without triggers and foreign keys; rolled back, ${rounds} times each`,
  };
}

/** Balances by key range over HTTP against the bare sums, and what postings cost. */
export const ledger = ({ dossiers, pages: rounds }: Sizes): Promise<Section> =>
  withFolder(async (folder) => {
    const system = await startProcess(SYSTEM, '/health/ready', 3971, { MOTCUA_DATA_DIR: folder });
    const admin = await connectTo(folder, 'payment');
    try {
      await seedArrived(admin);
      await admin.query('SET session_replication_role = replica');
      await admin.query(FILL, [dossiers]);
      await admin.query('SET session_replication_role = origin');
      await admin.query('VACUUM (ANALYZE) payment.ledger_posting');
      const { rows } = await admin.query<{ code: string }>(
        'SELECT code FROM agency_copy WHERE ancestors @> ARRAY[$1] ORDER BY code',
        [OFFICE],
      );
      const ofOffice = rangesOf(
        rows.map(({ code }) => code),
        undefined,
      );
      const bare = `
        SELECT account, sum(amount) FROM (
          SELECT debit AS account, amount FROM ledger_posting WHERE debit >= 'unallocated/' AND debit < 'unallocated0'
          UNION ALL SELECT credit, -amount FROM ledger_posting WHERE credit >= 'unallocated/' AND credit < 'unallocated0'
        ) AS s GROUP BY account ORDER BY account LIMIT ${LIMIT + 1}`;
      const compare = async (
        persona: string,
        what: string,
        path: string,
        statement: () => { text: string; values: readonly unknown[] },
      ) =>
        comparePages({ url: system.url, folder, token: await tokenOf(system.url, persona), rounds }, [
          { what, service: 'payment', path: () => path, statement, keyOf: ({ account }) => account },
        ]);
      const path = `/payment/v1/ledger-accounts?limit=${LIMIT}`;
      return {
        title: `Ledger with ${dossiers.toLocaleString('en')} postings`,
        about: `Balances by key range over HTTP (token checked, JSON written and parsed) against bare SQL, prepared, through the same driver, one request at a time. A quarter of the postings is of the office that asks, in five drawers; those of dossiers are spread over 5,000 accounts.`,
        comparisons: [
          ...(await compare('cashier', "An office's accounts", path, () => balancesStatement(ofOffice, '', LIMIT + 1))),
          ...(await compare('admin', 'Money at dossiers, a page', `${path}&kind=unallocated`, () => ({
            text: bare,
            values: [],
          }))),
          await posting(admin, rounds),
        ],
      };
    } finally {
      await admin.end();
      await system.stop();
    }
  });
