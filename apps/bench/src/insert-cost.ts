import type { Client } from 'pg';
import { type Comparison, median } from './measure.js';

const ROWS = 5000;
const ROUNDS = 5;

// What a step opens: a task that nobody holds, in one of a hundred agencies.
const rows = (table: string): string => `
  INSERT INTO ${table} (id, dossier_id, state, step, step_name, role, agency, opened_at, due_at, code, procedure_code,
    procedure_name, applicant_ref)
  SELECT gen_random_uuid(), gen_random_uuid(), 'open', 'step-' || n % 6, 'Thẩm định hồ sơ', 'specialist', 'H48.' || n % 100, now(),
    now() + (n % 3000) * interval '1 minute', 'H48.12-260101-' || n, '1.00' || n % 300, 'Thủ tục', 'applicant-' || n
  FROM generate_series(1, ${ROWS}) AS n`;

/** Microseconds a row, of a transaction that is rolled back. */
async function insertion(client: Client, table: string): Promise<number> {
  await client.query('BEGIN');
  const began = performance.now();
  await client.query(rows(table));
  const ended = performance.now();
  await client.query('ROLLBACK');
  return ((ended - began) / ROWS) * 1000;
}

/** What the indexes of the work list cost whoever opens a task: against the same table, as full, with its primary key alone. */
export async function insertCost(admin: Client): Promise<Comparison> {
  await admin.query(`
    CREATE TABLE workflow.bench_task (LIKE workflow.task INCLUDING DEFAULTS INCLUDING GENERATED);
    ALTER TABLE workflow.bench_task ADD PRIMARY KEY (id)`);
  const { rows: columns } = await admin.query<{ names: string }>(`
    SELECT string_agg(quote_ident(attname), ', ') AS names FROM pg_attribute
    WHERE attrelid = 'workflow.task'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`);
  const names = columns[0]?.names ?? '';
  await admin.query(`INSERT INTO workflow.bench_task (${names}) SELECT ${names} FROM workflow.task`);
  const { rows: indexes } = await admin.query<{ n: string }>(
    `SELECT count(*) AS n FROM pg_index WHERE indrelid = 'workflow.task'::regclass`,
  );
  // Foreign keys and triggers cost the same on both sides, and are left out.
  await admin.query('SET session_replication_role = replica');
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = -1; round < ROUNDS; round += 1) {
    const [mine, theirs] = [await insertion(admin, 'workflow.task'), await insertion(admin, 'workflow.bench_task')];
    if (round >= 0) {
      ours.push(mine);
      bare.push(theirs);
    }
  }
  await admin.query('SET session_replication_role = origin');
  await admin.query('DROP TABLE workflow.bench_task');
  return {
    what: `A task is opened, with all ${indexes[0]?.n} indexes of its table`,
    ours: median(ours),
    reference: median(bare),
    unit: 'µs a row',
    ratio: median(bare) / median(ours),
    note: `the reference has the primary key alone; ${ROWS} rows a statement, rolled back, ${ROUNDS} times each`,
  };
}
