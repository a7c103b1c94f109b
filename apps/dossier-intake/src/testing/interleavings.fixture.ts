import { randomUUID } from 'node:crypto';
import {
  Commands,
  Database,
  EventContracts,
  EventProcessor,
  JsonObject,
  ok,
  PlatformConfig,
  type ReceivedEvent,
  UnitOfWork,
} from '@motcua/platform';
import { systemClock } from '@motcua/kernel';
import { pino } from 'pino';
import { changed } from '../change/dossier-change.js';
import { DossierAggregate } from '../change/dossier-aggregate.js';
import { DossierFactsOf } from '../change/dossier-facts.js';
import { type DossierDecision, Dossiers } from '../change/dossiers.js';
import { DossierViews } from '../dossier-view/dossier-views.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { Intake } from './intake.fixture.js';

const DAYS = ['2026-12-30T23:59:00+07:00', '2026-12-31T00:01:00+07:00'].map((at) => Temporal.Instant.from(at));

/** What one command changes beside its dossier: rows that those of other dossiers change as well. */
interface Plan {
  readonly id: string;
  /** It takes the next number of its office and of one of two days (R1). */
  readonly numbered: Temporal.Instant | null;
  /** A contact of the applicant, and whether it replaces one that is known. */
  readonly contact: { readonly contact: string; readonly trusted: boolean } | null;
  /** Papers for the applicant's store, such as others may just put into it. */
  readonly papers: readonly string[];
}

class PlannedV1 {
  static readonly type = 'vn.motcua.spec.planned.v1';
  static readonly topic = 'motcua.spec';
  @JsonObject() readonly plan!: object;
}

const paper = (dossier: DossierRow, code: string, at: Temporal.Instant) => ({
  applicantRef: dossier.applicantRef,
  kind: 'paper' as const,
  dossierId: dossier.id,
  code,
  name: code,
  number: null,
  issuedAt: at,
  sha256: code,
  size: 1,
  mediaType: 'application/pdf',
  fileName: 'x.pdf',
  decision: null,
  sourceId: null,
  validUntil: null,
  revokedAt: null,
  revokedReason: null,
  replacedBy: null,
  signature: null,
});

/** Does what is planned, and nothing that depends on the dossier's status: so that every command writes. */
const DO_PLAN: DossierDecision<Plan, object, null> = {
  scope: null,
  decide: ({ dossier: before }, { numbered, contact, papers }, now) => ({
    before,
    after: changed(before, {}),
    at: numbered ?? now,
    actor: 'system:interleavings',
    facts: [{ action: 'storeRead', detail: {} }],
    stored: papers.map((code) => paper(before, code, now)),
    ...(contact && (numbered ? { numbering: contact } : { contact })),
  }),
  answer: () => ok(null),
};

/** A generator of whole numbers below `n` that says the same for the same seed (mulberry32). */
function dice(seed: number) {
  let state = seed;
  return (n: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** One process of intake: commands of requests, of events and of bulk actions. */
class Process {
  readonly dossiers: Dossiers;
  private readonly commands: Commands;
  private readonly processor: EventProcessor;
  private readonly sequences = new Map<string, number>();

  constructor(
    intake: Intake,
    private readonly name: string,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {
    const get = <Part>(part: new (...given: never[]) => Part): Part => intake.system.get('intake', part);
    this.commands = new Commands(unitOfWork, systemClock);
    this.dossiers = new Dossiers(
      this.commands,
      get(DossierAggregate),
      get(DossierFactsOf),
      get(DossierViews),
      this.database,
    );
    const contracts = new EventContracts([PlannedV1]);
    const silent = pino({ level: 'silent' });
    this.processor = new EventProcessor(unitOfWork, database, silent, contracts, { sweepMs: 3_600_000 });
    this.processor.start({
      handles: () => true,
      handle: async ({ data }, { tx }) => {
        const { numbered, ...plan } = (data as PlannedV1).plan as Plan & { numbered: string | null };
        const at = numbered === null ? null : Temporal.Instant.from(numbered);
        await this.dossiers.apply(tx, DO_PLAN, { ...plan, numbered: at });
      },
    });
  }

  async request(plan: Plan): Promise<void> {
    await this.dossiers.run(DO_PLAN, plan);
  }

  /** As an item of a bulk action: alone in its transaction. */
  async item(plan: Plan): Promise<void> {
    await this.unitOfWork.run((tx) => this.dossiers.apply(tx, DO_PLAN, plan));
  }

  /** Each is about the dossier of its key; one that takes numbers or contacts is the first of it, as a submission is. */
  async events(plans: readonly Plan[]): Promise<void> {
    const events = plans.map((plan): ReceivedEvent => {
      const key = `${this.name}/${plan.id}`;
      const sequence = (this.sequences.get(key) ?? 0) + 1;
      this.sequences.set(key, sequence);
      const { type, topic } = PlannedV1;
      const data = { plan: { ...plan, numbered: plan.numbered?.toString() ?? null } };
      const wire = { source: '/motcua/spec', subject: key, key, time: DAYS[0]!, sequence };
      return { ...wire, id: randomUUID(), type, topic, data };
    });
    await this.processor.process(events, { signal: new AbortController().signal, recordAttempts: false });
  }

  async stop(): Promise<void> {
    await this.commands.stop();
    await this.processor.stop();
    await this.database.close();
  }
}

export interface Interleaved {
  /** How many commands were planned, and how many changes the dossiers show. */
  readonly planned: number;
  readonly done: number;
  /** Why commands failed. */
  readonly failures: readonly unknown[];
  /** As the database counts them. */
  readonly deadlocks: number;
  /** How many numbers were given, and how high the counters stand. */
  readonly numbered: number;
  readonly counted: number;
  /** Events that could not be applied at once. */
  readonly held: number;
}

/**
 * Lets requests, events and items of bulk actions in two processes change the same few dossiers, whose applicants, offices
 * and papers are the same few as well.
 */
export async function interleave(
  intake: Intake,
  { commands, seed }: { commands: number; seed: number },
): Promise<Interleaved> {
  const random = dice(seed);
  const ids: string[] = [];
  for (let n = 0; n < 10; n += 1) {
    const receivingAgency = n % 2 === 0 ? 'H48.12' : 'H48.04';
    const applicant = {
      kind: 'citizen',
      identity: { type: 'citizenId', number: APPLICANTS[n % 3]! },
      fullName: 'Nguyễn Thị Mẫu',
    };
    ids.push((await intake.draft(intake.clerk, { channel: 'counter', receivingAgency, applicant }, [])).id);
  }
  const { databaseUrl: url, historyKey } = intake.system.get('intake', PlatformConfig);
  const processes: Process[] = [];
  for (const name of ['one', 'two']) {
    const database = new Database({ url, schema: 'intake', poolSize: 12 });
    await database.connect();
    processes.push(new Process(intake, name, database, new UnitOfWork(database, { source: 'intake', historyKey })));
  }
  const counts = async () => {
    const [row] = await intake.system.sql<{ versions: number; counted: number; deadlocks: number; held: number }>(`
      SELECT (SELECT sum(version)::int FROM intake.dossier) AS versions,
        (SELECT coalesce(sum(last), 0)::int FROM intake.code_sequence) AS counted,
        (SELECT count(*)::int FROM intake.inbox_parked) AS held,
        (SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()) AS deadlocks`);
    return row!;
  };
  const before = await counts();
  let [planned, numbered] = [0, 0];
  const failures: unknown[] = [];
  const plan = (among = ids): Plan => {
    planned += 1;
    const withNumber = random(3) === 0;
    if (withNumber) numbered += 1;
    return {
      id: among[random(among.length)]!,
      numbered: withNumber ? DAYS[random(2)]! : null,
      contact: { contact: `contact ${random(1_000)}`, trusted: random(2) === 0 },
      // Few at a time, and always new ones: so that two are put into one store at the same moment.
      papers: Array.from({ length: random(4) }, () => `paper ${Math.floor(planned / 40)}/${random(6)}`),
    };
  };
  /** For the dossiers whose keys the process consumes: a first one of some of them, and later ones that follow it. */
  const batch = (process: number): Plan[] => {
    const keys = ids.filter((_, n) => n % processes.length === process && random(2) === 0);
    const firsts = keys.map((id) => plan([id]));
    planned += firsts.length;
    return [...firsts, ...firsts.map(({ id }) => ({ id, numbered: null, contact: null, papers: [] }))];
  };
  const goOn = (): boolean => planned < commands;
  const worker = async (work: () => Promise<void>): Promise<void> => {
    while (goOn()) await work().catch((error: unknown) => failures.push(error));
  };
  await Promise.all(
    processes.flatMap((process, n) => [
      ...Array.from({ length: 14 }, () => worker(() => process.request(plan()))),
      ...Array.from({ length: 3 }, () => worker(() => process.item(plan()))),
      worker(() => process.events(batch(n))),
    ]),
  );
  for (const process of processes) await process.stop();
  const after = await counts();
  return {
    planned,
    done: after.versions - before.versions,
    failures,
    deadlocks: after.deadlocks - before.deadlocks,
    numbered,
    counted: after.counted - before.counted,
    held: after.held - before.held,
  };
}

/** Fictional, as all of the specs. */
const APPLICANTS = ['051199000017', '051199000024', '051199000031'];
