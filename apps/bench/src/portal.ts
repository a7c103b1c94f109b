import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { sealEnvelope, sql } from '@motcua/platform';
import { Secrets } from '@motcua/development-issuer';
import { seedArrived } from './caught-up.js';
import type { Comparison } from './measure.js';
import type { Section } from './report.js';
import { connectTo, type RunningProcess, startProcess, SYSTEM, withFolder } from './running-system.js';
import type { Sizes } from './sizes.js';

const PARALLEL = 4;
const AIM = 0.8;
const SIMULATOR = join(createRequire(import.meta.url).resolve('@motcua/portal-simulator'), '..', 'main.js');
const ACCOUNT = {
  MOTCUA_PORTAL_DESTINATION: 'VN:GOV:NPSP',
  MOTCUA_PORTAL_USERNAME: 'bench',
  MOTCUA_PORTAL_PASSWORD: randomBytes(12).toString('hex'),
  MOTCUA_PORTAL_UNIT: 'H48',
};
const PROCEDURE = '1.001686';
const [SYSTEM_PORT, SIMULATOR_PORT] = [3971, 3974];

type Json = Record<string, unknown>;

interface Bench {
  readonly admin: pg.Client;
  readonly service: RunningProcess;
  readonly simulator: RunningProcess;
  readonly sealed: { readonly sealed: string; readonly wrappedKey: string };
  readonly version: number;
}

const APPLICANT = {
  kind: 'citizen',
  identity: { type: 'citizenId', number: '051199000017' },
  fullName: 'Nguyễn Thị Mẫu',
  email: null,
  phone: null,
  address: null,
  deliveryAddress: null,
};

/** What the service knows of a dossier that was submitted; its code is put in by the statement. */
const factsOf = (version: number): Json => ({
  submission: {
    code: '',
    portalCode: null,
    procedureCode: PROCEDURE,
    procedureVersion: version,
    procedureName: 'Thủ tục',
    channel: 'counter',
    receivingAgency: 'H48.12',
    at: '2026-11-24T09:00:00+07:00',
    applicantKind: 'citizen',
    deliveryMethod: 'counter',
    feeLines: [],
    files: [],
    populationDataUsed: false,
  },
  acceptance: null,
  status: { now: 'registered', at: '2026-11-24T09:00:00+07:00' },
  reached: { registered: '2026-11-24T09:00:00+07:00' },
  dueAt: null,
  lastDueAt: null,
  holder: { agency: 'H48.12', agencyName: 'Sở', at: '2026-11-24T09:00:00+07:00' },
  lastOfficer: null,
  supplements: [],
  results: [],
  revoked: [],
  paidOnline: null,
});

const move = (n: number): string =>
  JSON.stringify({
    from: 'draft',
    to: 'registered',
    at: `2026-11-24T09:00:0${n}+07:00`,
    officer: null,
    title: null,
    agency: 'H48.12',
    agencyName: 'Sở',
    reason: null,
    dueAt: null,
  });

/** Dossiers that have been learnt of and not sent, each with its record and `lines` of progress; nothing is due yet. */
async function makeBacklog(
  { admin, sealed, version }: Bench,
  batch: string,
  count: number,
  lines: number,
): Promise<void> {
  const record = JSON.stringify(factsOf(version));
  const { text, values } = sql`
     WITH made AS (
       INSERT INTO dossier (dossier_id, code, agency, status, facts, revision, waiting_since, submitted_on, moved_on)
       SELECT gen_random_uuid(), ${batch}::text || n, 'H48.12', 'registered', jsonb_set(${record}::jsonb, '{submission,code}', to_jsonb(${batch}::text || n)), 1,
         clock_timestamp(), '2026-11-24', '2026-11-24' FROM generate_series(1, ${count}::int) AS n
       RETURNING dossier_id, code
     ), named AS (
       INSERT INTO applicant (dossier_id, applicant_ref, sealed, wrapped_key, erased)
       SELECT dossier_id, 'bench', ${sealed.sealed}, ${sealed.wrappedKey}, false FROM made
     )
     INSERT INTO journal (id, dossier_id, code, agency, kind, state)
     SELECT gen_random_uuid(), dossier_id, code, 'H48.12', 'dossier', 'waiting' FROM made`;
  await admin.query(text, [...values]);
  for (let n = 0; n < lines; n += 1)
    await admin.query(
      `INSERT INTO journal (id, dossier_id, code, agency, kind, state, move)
       SELECT gen_random_uuid(), dossier_id, code, 'H48.12', 'progress', 'waiting', $2::jsonb FROM dossier WHERE starts_with(code, $1)`,
      [batch, move(n)],
    );
  await admin.query('ANALYZE dossier, journal, applicant');
}

const TELL_SECONDS = 10;
const LEFT = 'SELECT count(*)::int AS n FROM dossier WHERE due_at IS NOT NULL AND starts_with(code, $1)';

/** Makes it due, and waits until nothing is. Seconds, and the most memory that the service had. */
async function drain({ admin, service }: Bench, batch: string): Promise<{ seconds: number; memory: number }> {
  const began = performance.now();
  const passed = (): number => (performance.now() - began) / 1000;
  await admin.query('UPDATE dossier SET due_at = clock_timestamp() WHERE starts_with(code, $1)', [batch]);
  let told = 0;
  for (let memory = 0; ; await pause(50)) {
    memory = Math.max(memory, await service.memory());
    const { rows } = await admin.query('SELECT FROM dossier WHERE due_at IS NOT NULL LIMIT 1');
    if (rows.length === 0) return { seconds: passed(), memory };
    if (passed() - told < TELL_SECONDS) continue;
    told = passed();
    const { rows: left } = await admin.query<{ n: number }>(LEFT, [batch]);
    console.error(`  ${told.toFixed(0)} s: ${left[0]?.n} dossiers wait, ${memory.toFixed(0)} MiB at most`);
  }
}

async function control(path: string, body?: Json): Promise<unknown> {
  const url = `http://127.0.0.1:${SIMULATOR_PORT}/control/${path}`;
  return (await fetch(url, body && { method: 'POST', body: JSON.stringify(body) })).json();
}

async function post(path: string, body: Json): Promise<Json> {
  const response = await fetch(`http://127.0.0.1:${SIMULATOR_PORT}/mapi/${path}`, {
    method: 'POST',
    headers: { dstcode: ACCOUNT.MOTCUA_PORTAL_DESTINATION, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Json;
}

/** The same records by nothing but a loop of requests, as many at once; seconds. */
async function sendBare(template: Json, batch: string, count: number): Promise<number> {
  const { session } = await post('login', {
    username: ACCOUNT.MOTCUA_PORTAL_USERNAME,
    password: ACCOUNT.MOTCUA_PORTAL_PASSWORD,
  });
  const began = performance.now();
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      const data = [{ ...template, MaHoSo: `${batch}${next}` }];
      const call = { session, madonvi: ACCOUNT.MOTCUA_PORTAL_UNIT, service: 'DongBoHoSoMC', isUpdating: 'False', data };
      const answer = await post('g', call);
      if (Number(answer['error_code']) !== 0) throw new Error(`the bare client was answered ${JSON.stringify(answer)}`);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, client));
  return (performance.now() - began) / 1000;
}

async function compare(bench: Bench, delayMs: number, count: number): Promise<Comparison> {
  const batch = `H48.12-BENCH${delayMs}-`;
  await makeBacklog(bench, batch, count, 0);
  await control('faults', { delayMs });
  const { seconds } = await drain(bench, batch);
  const { record } = (await control(`dossiers/${batch}1`)) as { record: Json };
  const bare = await sendBare(record, `BARE${delayMs}-`, count);
  await control('faults', {});
  return {
    what: `Records to a portal that answers in ${delayMs} ms`,
    ours: count / seconds,
    reference: count / bare,
    unit: 'a second',
    ratio: bare / seconds,
    aim: AIM,
    note: `${count} records, ${PARALLEL} at once; the bare client keeps no journal`,
  };
}

/** Lines of each dossier in the order of the moves, one write of a dossier at a time. */
async function disorder(batch: string, count: number, lines: number): Promise<string> {
  const { crowded, mostAtOnce } = (await control('observations')) as { crowded: string[]; mostAtOnce: number };
  let wrong = crowded.length;
  for (let n = 1; n <= count; n += Math.max(1, Math.floor(count / 1000))) {
    const held = (await control(`dossiers/${batch}${n}`)) as { progress?: { ThoiDiemXuLy: string }[] };
    const times = (held.progress ?? []).map(({ ThoiDiemXuLy }) => ThoiDiemXuLy);
    if (times.length !== lines || times.join() !== times.toSorted().join()) wrong += 1;
  }
  return `${wrong} of the dossiers looked at out of order or with two writes at once, at most ${mostAtOnce} writes at once`;
}

async function backlog(bench: Bench, count: number): Promise<Comparison> {
  const [batch, lines] = ['H48.12-OUTAGE-', 2];
  await makeBacklog(bench, batch, count, lines);
  const before = await bench.service.memory();
  const { seconds, memory } = await drain(bench, batch);
  return {
    what: `A backlog of ${count} records: memory before it, and at most while it drains`,
    ours: memory,
    reference: before,
    unit: 'MiB',
    ratio: before / memory,
    note: `${count} records and ${count * lines} lines of progress drained in ${seconds.toFixed(0)} s, ${(count / seconds).toFixed(0)} records a second; ${await disorder(batch, count, lines)}`,
  };
}

/** What the service of the national portal sends against a client that does nothing else, and how it drains a day's outage. */
export function portal({ portal: sizes }: Sizes): Promise<Section> {
  return withFolder(async (folder) => {
    const simulator = await startProcess(SIMULATOR, '/health', SIMULATOR_PORT, ACCOUNT);
    const service = await startProcess(SYSTEM, '/health/ready', SYSTEM_PORT, {
      ...ACCOUNT,
      MOTCUA_DATA_DIR: folder,
      MOTCUA_PORTAL_URL: simulator.url,
      MOTCUA_PORTAL_PARALLEL: String(PARALLEL),
    });
    const admin = await connectTo(folder, 'portal');
    try {
      const intake = await connectTo(folder, 'intake');
      await seedArrived(intake);
      await intake.end();
      const find = () =>
        admin.query<{ version: number }>('SELECT version FROM procedure_copy WHERE code = $1 ORDER BY version', [
          PROCEDURE,
        ]);
      let [known] = (await find()).rows;
      while (!known) {
        await pause(200);
        [known] = (await find()).rows;
      }
      const sealed = sealEnvelope((await Secrets.of(folder)).of('sealing'), APPLICANT);
      const bench: Bench = { admin, service, simulator, sealed, version: known.version };
      await makeBacklog(bench, 'H48.12-WARM-', 200, 1);
      await drain(bench, 'H48.12-WARM-');
      const comparisons: Comparison[] = [];
      for (const [delayMs, count] of sizes.records) comparisons.push(await compare(bench, delayMs, count));
      comparisons.push(await backlog(bench, sizes.backlog));
      return {
        title: 'National portal',
        about:
          'Records that wait are sent to a simulated portal in a process of its own; the reference sends the same records by a loop of `fetch`. Ours reads each from the database, opens the applicant, journals each call sealed, and settles it.',
        comparisons,
      };
    } finally {
      await admin.end();
      await service.stop();
      await simulator.stop();
    }
  });
}
