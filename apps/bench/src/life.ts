import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { caughtUp, seedArrived } from './caught-up.js';
import { copyDraft, idOfCopy, makeDraft, prefixOf } from './drafts.js';
import { requestText, sendMany } from './keep-alive.js';
import { type Comparison, percentile } from './measure.js';
import type { Section } from './report.js';
import { connectTo, startProcess, SYSTEM, tokenOf, withFolder } from './running-system.js';
import type { Sizes } from './sizes.js';

const CLIENTS = 8;
const WITHOUT_FEE = '1.001193';
const BATCH = 9000;

const SIZE = `
  SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::float8 AS bytes, pg_current_wal_lsn() - '0/0' AS wal
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`;

interface Used {
  readonly cpu: number;
  readonly bytes: number;
  readonly wal: number;
}

interface Open {
  readonly id: string;
  readonly version: number;
}

const none = { reference: Number.NaN, ratio: Number.NaN };

/** The tasks that wait, or are in hand, of the dossiers of the bench, by their versions. */
const openTasks = async (admin: pg.Client): Promise<readonly Open[]> =>
  (
    await admin.query<Open>(
      `SELECT id, version FROM workflow.task WHERE state = 'open' AND dossier_id::text LIKE $1 ORDER BY id`,
      [`${prefixOf(BATCH)}%`],
    )
  ).rows;

/** From the draft to the first completed task, on one machine: rates of each command, and what a dossier costs. */
export function life({ life: count }: Sizes): Promise<Section> {
  return withFolder(async (folder) => {
    const system = await startProcess(SYSTEM, '/health/ready', 3971, { MOTCUA_DATA_DIR: folder });
    const admin = await connectTo(folder, 'intake');
    try {
      await seedArrived(admin);
      const { url } = system;
      const template = await makeDraft(url, WITHOUT_FEE);
      const { citizen, clerk, specialist } = template.participants;
      const tokens = await Promise.all([citizen, clerk, specialist].map(({ subject }) => tokenOf(url, subject)));
      const [ofCitizen = '', ofClerk = '', ofSpecialist = ''] = tokens;
      await copyDraft(admin, template, BATCH, count);
      // One office has them all, so that one clerk reaches them.
      await admin.query(
        `UPDATE dossier d SET receiving_agency = t.receiving_agency, holder_agency = t.holder_agency
         FROM dossier t WHERE t.id = $1 AND d.id::text LIKE $2`,
        [template.id, `${prefixOf(BATCH)}%`],
      );
      await caughtUp(admin, true);
      await admin.query('CHECKPOINT');
      const used = async (): Promise<Used> => {
        const { rows } = await admin.query<{ bytes: number; wal: string }>(SIZE);
        return { cpu: await system.cpuSeconds(), bytes: rows[0]!.bytes, wal: Number(rows[0]!.wal) };
      };
      const before = await used();
      const comparisons: Comparison[] = [];
      const phase = async (
        what: string,
        token: string,
        askedOf: (n: number) => { readonly path: string; readonly version?: number; readonly json?: object },
      ): Promise<void> => {
        const answered = await sendMany(url, CLIENTS, count, 201, (n) => {
          const { path, version, json } = askedOf(n);
          const headers = {
            authorization: `Bearer ${token}`,
            'idempotency-key': randomUUID(),
            ...(version !== undefined && { 'if-match': `"${version}"` }),
          };
          return requestText('POST', path, headers, json);
        });
        const lag = await caughtUp(admin, true);
        comparisons.push({
          what,
          ours: answered.perSecond,
          ...none,
          unit: 'a second',
          note: `p50 ${percentile(answered.latencies, 0.5).toFixed(1)} ms, p99 ${percentile(answered.latencies, 0.99).toFixed(1)} ms; all events were worked on ${lag.toFixed(1)} s after the last answer`,
        });
      };
      const dossier = (n: number, action: string): string => `/intake/v1/dossiers/${idOfCopy(BATCH, n)}/${action}`;
      await phase('Draft', ofCitizen, () => ({ path: '/intake/v1/dossiers', json: template.draft }));
      await phase('Submission', ofCitizen, (n) => ({ path: dossier(n, 'submission'), version: template.version }));
      const { rows } = await admin.query<{ id: string; version: number }>(
        'SELECT id, version FROM intake.dossier WHERE id::text LIKE $1',
        [`${prefixOf(BATCH)}%`],
      );
      const versions = new Map(rows.map(({ id, version }) => [id, version]));
      await phase('Acceptance', ofClerk, (n) => ({
        path: dossier(n, 'acceptance'),
        version: versions.get(idOfCopy(BATCH, n))!,
        json: {},
      }));
      for (const [what, action, json] of [
        ['Claim', 'claim', undefined],
        ['Completion of the first task', 'completion', { outcome: 'forward' }],
      ] as const) {
        const tasks = await openTasks(admin);
        await phase(what, ofSpecialist, (n) => ({
          path: `/workflow/v1/tasks/${tasks[n]!.id}/${action}`,
          version: tasks[n]!.version,
          ...(json && { json }),
        }));
      }
      const after = await used();
      const each = (name: keyof Used, unit: number): number => ((after[name] - before[name]) / count) * unit;
      const cost = (what: string, ours: number, unit: string): Comparison => ({ what, ours, ...none, unit });
      comparisons.push(
        cost('A dossier, from draft to first completed task: CPU of all processes', each('cpu', 1000), 'ms'),
        cost('A dossier: rows, indexes and logs of events', each('bytes', 1 / 1000), 'kB'),
        cost('A dossier: WAL', each('wal', 1 / 1000), 'kB'),
      );
      return {
        title: 'A dossier, command by command',
        about: `All services in one process on one machine; ${CLIENTS} clients send ${count} of each command over HTTP, each when all events of the one before are worked on by every consumer. There is no reference; aimed at are 300 a second for each command, and 40 ms, 80 kB and 250 kB for a whole life.`,
        comparisons,
      };
    } finally {
      await admin.end();
      await system.stop();
    }
  });
}
