import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Client } from 'pg';
import { prefixOf } from './drafts.js';
import type { PostgresAccess } from './running-system.js';

const run = promisify(execFile);

/** What one submission wrote, with marks in place of the dossier and its applicant: the same bytes for the other side. */
export interface WrittenBySubmission {
  readonly events: string;
  readonly lines: string;
  readonly answer: string;
  readonly status: string;
  readonly procedureVersion: string;
  readonly procedureName: string;
  readonly feeLines: string;
  readonly unpaid: string;
  readonly receptionDueAt: string;
  readonly submittedBy: string;
  readonly fingerprint: string;
}

/** The version of `pgbench`; undefined when this machine has none. */
export const pgbenchVersion = async (): Promise<string | undefined> =>
  run('pgbench', ['--version']).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );

const LOG = 'pgbench-latencies';
const ID = `(:prefix || lpad(:n::text, 12, '0'))`;

// The writes of a submission as intake does them: the draft and the head of its history are read and locked; the code, the
// applicant's contact and the dossier are written, with the rows that its trigger keeps for the lists; then the
// streams, the outbox, the history and the answer of the idempotency key, in one statement; then the commit.
const SCRIPT = `
\\set n :first + :client_id * :each + :done
\\set done :done + 1
BEGIN;
SELECT d.*, h.n, h.hash FROM dossier d
  LEFT JOIN LATERAL (SELECT n, hash FROM history WHERE aggregate = 'dossier/' || d.id ORDER BY n DESC LIMIT 1) h ON true
  WHERE d.id = ${ID}::uuid FOR UPDATE OF d;
WITH draft AS (SELECT id, receiving_agency, applicant_ref FROM dossier WHERE id = ${ID}::uuid
  ), sequence AS (
    INSERT INTO code_sequence AS s (agency, day, last) SELECT receiving_agency, current_date, 1 FROM draft
    ON CONFLICT (agency, day) DO UPDATE SET last = s.last + 1 RETURNING last
  ), contact AS (
    INSERT INTO applicant_contact AS c (applicant_ref, fingerprint) SELECT applicant_ref, :fingerprint::text FROM draft
    ON CONFLICT (applicant_ref) DO UPDATE SET fingerprint = excluded.fingerprint WHERE c.fingerprint <> excluded.fingerprint
    RETURNING applicant_ref
  )
  UPDATE dossier d SET version = version + 1, status = :status::text, status_since = now(), listed_at = now(), submitted_at = now(),
    submitted_by = :submittedBy::text, procedure_version = :procedureVersion::int, procedure_name = :procedureName::text, fee_lines = :feeLines::jsonb,
    unpaid_before_return = :unpaid::int, reception_due_at = nullif(:receptionDueAt::text, 'none')::timestamptz,
    code = d.receiving_agency || to_char(now(), '-yymmdd-') || lpad(last::text, greatest(4, length(last::text)), '0')
  FROM sequence, draft WHERE d.id = draft.id
  RETURNING code, version, EXISTS (SELECT FROM contact);
WITH given AS (
    SELECT replace(replace(:events, '@id@', d.id::text), '@ref@', d.applicant_ref)::jsonb AS events,
      replace(:lines, '@id@', d.id::text)::jsonb AS lines, replace(:answer, '@id@', d.id::text)::jsonb AS answer
    FROM dossier d WHERE d.id = ${ID}::uuid
  ), stream AS (
    INSERT INTO event_stream AS s (topic, key, last_sequence)
    SELECT e->>'topic', e->>'key', count(*) FROM given, jsonb_array_elements(given.events) AS e GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (topic, key) DO UPDATE SET last_sequence = s.last_sequence + excluded.last_sequence
    RETURNING topic, key, last_sequence
  ), events AS (
    INSERT INTO outbox (event_id, topic, key, type, sequence, time, headers, data)
    SELECT e.event_id, e.topic, e.key, e.type, s.last_sequence, e.time, e.headers, e.data
    FROM given, jsonb_to_recordset(given.events) AS e (event_id uuid, topic text, key text, type text, time timestamptz, headers jsonb, data jsonb)
    JOIN stream s ON s.topic = e.topic AND s.key = e.key
  ), lines AS (
    INSERT INTO history (aggregate, n, at, actor, action, detail, previous, hash)
    SELECT aggregate, n, at, actor, action, detail, decode(previous, 'hex'), decode(hash, 'hex')
    FROM given, jsonb_to_recordset(given.lines) AS l (aggregate text, n int, at timestamptz, actor text, action text, detail jsonb, previous text, hash text)
  ), answer AS (
    INSERT INTO idempotency (client, key, fingerprint, status, headers, body)
    SELECT client, key, fingerprint, status, headers, body
    FROM given, jsonb_to_record(given.answer) AS a (client text, key text, fingerprint text, status int, headers jsonb, body jsonb)
  )
  SELECT true;
COMMIT;
`;

// The tables of a submission once more, with all their indexes, keys and the trigger, so that nobody relays these events.
const TABLES = [
  'dossier',
  'dossier_file',
  'dossier_reader',
  'agency_copy',
  'code_sequence',
  'applicant_contact',
  'event_stream',
  'history',
  'idempotency',
];
const SCHEMA = `
  DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench;
  ${TABLES.map((table) => `CREATE TABLE bench.${table} (LIKE intake.${table} INCLUDING ALL);`).join('\n  ')}
  CREATE TABLE bench.outbox (LIKE intake.outbox INCLUDING ALL) PARTITION BY RANGE (recorded_at);
  CREATE TABLE bench.outbox_default PARTITION OF bench.outbox DEFAULT;
  ALTER TABLE bench.dossier_reader ADD FOREIGN KEY (dossier_id) REFERENCES bench.dossier;
  INSERT INTO bench.agency_copy SELECT * FROM intake.agency_copy;
  DO $$ BEGIN EXECUTE regexp_replace(pg_get_functiondef('intake.keep_dossier_readers'::regproc), '\\mintake\\M', 'bench', 'g'); END $$;
  CREATE TRIGGER dossier_readers AFTER INSERT OR UPDATE ON bench.dossier FOR EACH ROW EXECUTE FUNCTION bench.keep_dossier_readers();`;

const WRITTEN = `
  SELECT d.status, d.procedure_version::text AS "procedureVersion", d.procedure_name AS "procedureName", d.fee_lines::text AS "feeLines",
    d.unpaid_before_return::text AS unpaid, coalesce(d.reception_due_at::text, 'none') AS "receptionDueAt", d.submitted_by AS "submittedBy", c.fingerprint,
    (SELECT json_agg(json_build_object('event_id', o.event_id, 'topic', o.topic, 'key', CASE o.key WHEN d.applicant_ref THEN '@ref@' ELSE '@id@' END,
        'type', o.type, 'followers', 0, 'time', o.time, 'headers', o.headers, 'data', o.data) ORDER BY o.id)
      FROM intake.outbox o WHERE o.key IN (d.id::text, d.applicant_ref))::text AS events,
    (SELECT json_agg(json_build_object('aggregate', 'dossier/@id@', 'n', h.n, 'at', h.at, 'actor', h.actor, 'action', h.action, 'detail', h.detail,
        'previous', encode(h.previous, 'hex'), 'hash', encode(h.hash, 'hex')))
      FROM intake.history h WHERE h.aggregate = 'dossier/' || d.id AND h.action = 'submitted')::text AS lines,
    (SELECT json_build_object('client', i.client, 'key', '@id@', 'fingerprint', i.fingerprint, 'status', i.status, 'headers', i.headers, 'body', i.body)
      FROM intake.idempotency i WHERE i.key = $2)::text AS answer
  FROM intake.dossier d JOIN intake.applicant_contact c USING (applicant_ref) WHERE d.id = $1`;

/** Makes the tables of the other side, and reads what a real submission has written. */
export async function prepareReference(
  admin: Client,
  dossierId: string,
  key: string,
  templates: readonly string[],
): Promise<WrittenBySubmission> {
  await admin.query(SCHEMA);
  await admin.query('SET search_path = bench');
  await admin.query('INSERT INTO dossier SELECT * FROM intake.dossier WHERE id = ANY ($1)', [templates]);
  await admin.query('INSERT INTO dossier_file SELECT * FROM intake.dossier_file WHERE dossier_id = ANY ($1)', [
    templates,
  ]);
  await admin.query('INSERT INTO history SELECT * FROM intake.history WHERE aggregate = ANY ($1)', [
    templates.map((id) => `dossier/${id}`),
  ]);
  const { rows } = await admin.query<WrittenBySubmission>(WRITTEN, [dossierId, key]);
  if (!rows[0]) throw new Error(`the submission ${dossierId} cannot be read`);
  return rows[0];
}

interface PgbenchTurn {
  readonly written: WrittenBySubmission;
  readonly clients: number;
  readonly batch: number;
  /** Drafts that wait in the batch; each client takes as many. */
  readonly count: number;
}

export interface PgbenchResult {
  readonly perSecond: number;
  /** How long each transaction took, in milliseconds. */
  readonly latencies: readonly number[];
}

/** Latencies that the threads of one run have logged: the third number of each line is microseconds. */
async function loggedLatencies(folder: string): Promise<number[]> {
  const logs = (await readdir(folder)).filter((name) => name.startsWith(LOG));
  const texts = await Promise.all(logs.map((name) => readFile(join(folder, name), 'utf8')));
  await Promise.all(logs.map((name) => rm(join(folder, name))));
  return texts.flatMap((text) => text.trimEnd().split('\n')).map((line) => Number(line.split(' ')[2]) / 1000);
}

interface PgbenchScript {
  readonly script: string;
  readonly variables: Readonly<Record<string, string | number>>;
  readonly clients: number;
  /** Transactions of each client. */
  readonly each: number;
  readonly searchPath: string;
  readonly database?: string;
}

/** Runs a script by `pgbench`, prepared. @throws Error where a transaction failed */
export async function runScript(
  folder: string,
  access: PostgresAccess,
  { script: text, variables, clients, each, searchPath, database = 'motcua' }: PgbenchScript,
): Promise<PgbenchResult> {
  const script = join(folder, 'pgbench.sql');
  await writeFile(script, text);
  const { stdout } = await run(
    'pgbench',
    [
      ...['-n', '-c', String(clients), '-j', '2', '-M', 'prepared', '-t', String(each), '-f', script],
      ...Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
      ...['-l', '--log-prefix', join(folder, LOG)],
      ...['-h', '127.0.0.1', '-p', String(access.port), '-U', access.user, database],
    ],
    { env: { ...process.env, PGPASSWORD: access.password, PGOPTIONS: `-c search_path=${searchPath}` } },
  ).catch((error: unknown) => {
    throw new Error(`pgbench: ${String((error as { stderr?: string }).stderr).slice(0, 2000)}`);
  });
  const rate = /tps = ([\d.]+)/.exec(stdout)?.[1];
  const failed = /number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? '0';
  if (rate === undefined || failed !== '0') throw new Error(`pgbench did not do its work:\n${stdout}`);
  return { perSecond: Number(rate), latencies: await loggedLatencies(folder) };
}

/** Runs the same inserts by `pgbench`, prepared. */
export function runPgbench(
  folder: string,
  access: PostgresAccess,
  { written, clients, batch, count }: PgbenchTurn,
): Promise<PgbenchResult> {
  const each = Math.floor(count / clients);
  const variables = { ...written, prefix: prefixOf(batch), first: 0, each, done: 0 };
  return runScript(folder, access, { script: SCRIPT, variables, clients, each, searchPath: 'bench' });
}
