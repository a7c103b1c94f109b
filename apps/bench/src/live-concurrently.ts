import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { makeDraft } from './drafts.js';
import { requestText, sendMany, uploadRequest } from './keep-alive.js';
import { type Comparison, percentile } from './measure.js';
import { tokenOf } from './running-system.js';

const CLIENTS = 8;
const WITHOUT_FEE = '1.001193';
/** What each command is to reach at least, of one process; as processes 450. */
const PER_SECOND = 300;
const [CPU_MS, ROWS_KB, WAL_KB] = [40, 80, 250];

/** A whole system, whatever it consists of. */
export interface LivingSystem {
  /** Where tokens are. */
  readonly url: string;
  /** Where a service answers. */
  readonly urlOf: (service: string) => string;
  /** Looks into the schema of intake. */
  readonly admin: pg.Client;
  /** Of services and PostgreSQL. */
  readonly cpuSeconds: () => Promise<number>;
  /** Seconds until all events are worked on by who listens. */
  readonly caughtUp: () => Promise<number>;
}

const SIZE = `
  SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::float8 AS bytes, pg_current_wal_lsn() - '0/0' AS wal
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`;

interface Used {
  readonly cpu: number;
  readonly bytes: number;
  readonly wal: number;
}

/** CPU in ms, bytes in kB. */
const differenceOf = (before: Used, after: Used, count: number): Used => ({
  cpu: ((after.cpu - before.cpu) * 1000) / count,
  bytes: (after.bytes - before.bytes) / 1000 / count,
  wal: (after.wal - before.wal) / 1000 / count,
});

interface Row {
  readonly id: string;
  readonly version: number;
}

interface TaskRow extends Row {
  readonly dossierId: string;
}

interface Phase {
  readonly what: string;
  readonly service: string;
  readonly token: string;
  /** How many requests of it a dossier needs. */
  readonly requests?: number;
  readonly aimed?: boolean;
  readonly asked: (n: number) => {
    readonly path: string;
    readonly version?: number;
    readonly json?: object;
    readonly file?: Uint8Array;
  };
}

interface Lived {
  readonly about: string;
  readonly comparisons: readonly Comparison[];
}

/**
 * Dossiers go through the whole story, command by command: each command is given to all of them before the next one, when
 * every consumer has worked on what the one before led to.
 */
export async function liveConcurrently(
  { url, urlOf, admin, cpuSeconds, caughtUp }: LivingSystem,
  count: number,
  perSecond = PER_SECOND,
): Promise<Lived> {
  const template = await makeDraft(url, WITHOUT_FEE);
  const papers = [...template.papers];
  const { citizen, clerk, specialist, leader } = template.participants;
  const [ofCitizen, ofClerk, ofSpecialist, ofLeader] = [
    await tokenOf(url, citizen.subject),
    await tokenOf(url, clerk.subject),
    await tokenOf(url, specialist.subject),
    await tokenOf(url, leader.subject),
  ];
  await caughtUp();
  const used = async (): Promise<Used> => {
    const { rows } = await admin.query<{ bytes: number; wal: string }>(SIZE);
    return { cpu: await cpuSeconds(), bytes: rows[0]!.bytes, wal: Number(rows[0]!.wal) };
  };
  const comparisons: Comparison[] = [];
  // What lies between two commands is the benchmark's own.
  const whole = { cpu: 0, bytes: 0, wal: 0 };
  const run = async ({ what, service, token, requests = 1, aimed = false, asked }: Phase): Promise<void> => {
    await admin.query('CHECKPOINT');
    // As the server does within a minute: what it thought of empty tables is no plan for full ones.
    await admin.query('ANALYZE');
    const before = await used();
    const answered = await sendMany(urlOf(service), CLIENTS, count * requests, 201, (n) => {
      const { path, version, json, file } = asked(n);
      const headers = {
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      };
      return file
        ? uploadRequest(path, headers, { name: 'file.pdf', bytes: file })
        : requestText('POST', path, headers, json);
    });
    const lag = await caughtUp();
    const cost = differenceOf(before, await used(), count);
    whole.cpu += cost.cpu;
    whole.bytes += cost.bytes;
    whole.wal += cost.wal;
    comparisons.push({
      what,
      ours: answered.perSecond,
      reference: aimed ? perSecond : Number.NaN,
      unit: 'a second',
      ratio: aimed ? answered.perSecond / perSecond : Number.NaN,
      ...(aimed && { aim: 1 }),
      note: `p50 ${percentile(answered.latencies, 0.5).toFixed(1)} ms, p99 ${percentile(answered.latencies, 0.99).toFixed(1)} ms; all events were worked on ${lag.toFixed(1)} s after the last answer; a dossier cost ${cost.cpu.toFixed(1)} ms of CPU, ${cost.bytes.toFixed(1)} kB of rows and ${cost.wal.toFixed(1)} kB of WAL`,
    });
  };
  const since = new Date().toISOString();
  const dossiers = async (): Promise<Row[]> =>
    (await admin.query<Row>('SELECT id, version FROM intake.dossier WHERE created_at >= $1 ORDER BY id', [since])).rows;
  const tasks = async (): Promise<TaskRow[]> =>
    (
      await admin.query<TaskRow>(
        `SELECT id, version, dossier_id AS "dossierId" FROM workflow.task WHERE state = 'open' AND opened_at >= $1 ORDER BY id`,
        [since],
      )
    ).rows;
  const ofDossiers = async (phase: Omit<Phase, 'asked' | 'service'>, action: string, json?: object): Promise<void> => {
    const rows = await dossiers();
    await run({
      ...phase,
      service: 'intake',
      asked: (n) => ({
        path: `/intake/v1/dossiers/${rows[n]!.id}/${action}`,
        version: rows[n]!.version,
        ...(json && { json }),
      }),
    });
  };
  const ofTasks = async (phase: Omit<Phase, 'asked' | 'service'>, action: string, json?: object): Promise<void> => {
    const rows = await tasks();
    await run({
      ...phase,
      service: 'workflow',
      asked: (n) => ({
        path: `/workflow/v1/tasks/${rows[n]!.id}/${action}`,
        version: rows[n]!.version,
        ...(json && { json }),
      }),
    });
  };

  await run({
    what: 'Draft',
    service: 'intake',
    token: ofCitizen,
    asked: () => ({ path: '/intake/v1/dossiers', json: template.draft }),
  });
  const drafted = await dossiers();
  await run({
    what: `A paper (${papers.length} a dossier)`,
    service: 'intake',
    token: ofCitizen,
    requests: papers.length,
    asked: (n) => {
      const [code, file] = papers[Math.floor(n / count)]!;
      return {
        path: `/intake/v1/dossiers/${drafted[n % count]!.id}/files?component=${encodeURIComponent(code)}`,
        file,
      };
    },
  });
  await ofDossiers({ what: 'Submission', token: ofCitizen, aimed: true }, 'submission');
  await ofDossiers({ what: 'Acceptance', token: ofClerk, aimed: true }, 'acceptance', {});
  await ofTasks({ what: 'Claim', token: ofLeader, aimed: true }, 'claim');
  await ofTasks({ what: 'Completion', token: ofLeader, aimed: true }, 'completion', { outcome: 'forward' });
  await ofTasks({ what: 'Claim of the appraisal', token: ofSpecialist }, 'claim');
  const cases = await tasks();
  const [, result = new Uint8Array()] = papers[0] ?? [];
  await run({
    what: 'The result, as a file',
    service: 'workflow',
    token: ofSpecialist,
    asked: (n) => ({ path: `/workflow/v1/cases/${cases[n]!.dossierId}/results`, file: result }),
  });
  await ofTasks({ what: 'Completion of the appraisal', token: ofSpecialist }, 'completion', { outcome: 'forward' });
  await ofTasks({ what: 'Claim of the approval', token: ofLeader }, 'claim');
  await ofTasks({ what: 'Approval', token: ofLeader }, 'completion', { outcome: 'approve' });
  await ofTasks({ what: 'Claim of the signature', token: ofLeader }, 'claim');
  await ofTasks({ what: 'Signature of the result', token: ofLeader }, 'completion', { outcome: 'sign' });
  await ofDossiers({ what: 'Return of the result', token: ofClerk }, 'return', {
    method: 'post',
    trackingNumber: 'EX000000001VN',
  });
  const cost = (what: string, ours: number, reference: number, unit: string): Comparison => ({
    what,
    ours,
    reference,
    unit,
    ratio: reference / ours,
    aim: 1,
  });
  comparisons.push(
    cost('A whole life: CPU of services and PostgreSQL', whole.cpu, CPU_MS, 'ms'),
    cost('A whole life: rows, indexes and logs of events', whole.bytes, ROWS_KB, 'kB'),
    cost('A whole life: WAL', whole.wal, WAL_KB, 'kB'),
  );
  return {
    about: `${CLIENTS} clients send ${count} of each command over HTTP, each when all events of the one before are worked on by every consumer. The "reference" is what is aimed at; ${papers.length} papers of ${((papers[0]?.[1].byteLength ?? 0) / 1000).toFixed(0)} kB or so belong to a dossier, and a result that is signed.`,
    comparisons,
  };
}
