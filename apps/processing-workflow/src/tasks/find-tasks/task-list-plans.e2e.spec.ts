import { Database } from '@motcua/platform';
import type { Json, TestSystem } from '@motcua/testing';
import { startWorkflow } from '../../testing/workflow.fixture.js';
import { FIRST_PLACE } from '../../work-list/list-range.js';
import {
  AGENCIES_WITH_TASKS,
  caseStatement,
  countStatement,
  type LookKey,
  pageStatement,
  probeStatement,
  type Statement,
  TASK_LISTS,
  type TaskListName,
} from '../../work-list/task-list-sql.js';
import { LISTS } from '../../work-list/which-list.js';

const ROWS = 40_000;
const SHOWN = 50;
const MIDDLE = '2026-12-15T00:00:00Z';
const AGENCIES = Array.from({ length: 40 }, (_, i) => `H48.${i}`);

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** One look of each list, and the many that a subtree of agencies, several roles or several procedures make. */
const LOOKS: Readonly<Record<TaskListName, { readonly one: LookKey; readonly many: readonly LookKey[] }>> = {
  everything: { one: [], many: [[]] },
  ofAgency: { one: ['H48.7'], many: AGENCIES.map((agency) => [agency]) },
  ofAgencyAtStep: { one: ['H48.7', 'appraisal'], many: AGENCIES.map((agency) => [agency, 'approval']) },
  ofAgencyForProcedure: { one: ['H48.7', 'P7'], many: AGENCIES.map((agency) => [agency, 'P3']) },
  ofAgencyByAge: { one: ['H48.7'], many: AGENCIES.map((agency) => [agency]) },
  ofApplicant: { one: ['company', 'H48.5'], many: AGENCIES.map((agency) => ['company', agency]) },
  waiting: {
    one: ['H48.7', 'specialist'],
    many: AGENCIES.flatMap((agency) => ['specialist', 'leader'].map((role) => [agency, role])),
  },
  waitingAtStep: {
    one: ['H48.7', 'leader', 'approval'],
    many: AGENCIES.map((agency) => [agency, 'specialist', 'appraisal']),
  },
  waitingForProcedure: {
    one: ['H48.7', 'leader', 'P1'],
    many: AGENCIES.map((agency) => [agency, 'specialist', 'P1']),
  },
  held: { one: ['officer-7'], many: [['officer-7'], ['officer-8'], ['officer-9']] },
  heldInAgency: { one: ['H48.7', 'officer-7'], many: AGENCIES.map((agency) => [agency, 'officer-7']) },
  heldAtStep: {
    one: ['officer-7', 'appraisal'],
    many: ['officer-7', 'officer-8'].map((officer) => [officer, 'approval']),
  },
  heldForProcedure: { one: ['officer-7', 'P5'], many: ['P1', 'P2', 'P3'].map((procedure) => ['officer-7', procedure]) },
};
const NAMES = Object.keys(TASK_LISTS) as TaskListName[];
const page = (list: TaskListName, looks: readonly LookKey[], more: object = {}): Statement =>
  pageStatement({ list, looks, after: FIRST_PLACE, before: 'infinity', limit: SHOWN + 1, ...more });

describe('the plans of the work list on forty thousand tasks', () => {
  let system: TestSystem;

  beforeAll(async () => {
    system = await startWorkflow();
    await system.sql(
      `INSERT INTO workflow.case_file (dossier_id, code, applicant_ref, submitted_by, procedure_code, receiving_agency,
         competent_agency, terms, accepted_at, original_statutory_due_at, original_promised_due_at, earlier_supplements, status)
       SELECT gen_random_uuid(), 'H48-' || n, CASE WHEN n % 5 = 0 THEN 'company' ELSE 'person-' || n END, 'sub', 'P' || n % 11,
         'H48.' || n % 40, 'H48.' || n % 40, '{}', now(), now(), now(), 0, 'open'
       FROM generate_series(1, $1::int) AS n`,
      [ROWS],
    );
    // Half of the tasks are open, half of those are held, one of eight pauses.
    await system.sql(
      `INSERT INTO workflow.task (id, dossier_id, state, step, step_name, role, agency, holder_subject, opened_at, due_at, paused,
         code, procedure_code, procedure_name)
       SELECT gen_random_uuid(), dossier_id, CASE WHEN random() < 0.5 THEN 'open' ELSE 'done' END,
         CASE WHEN random() < 0.5 THEN 'appraisal' ELSE 'approval' END, 'x', CASE WHEN random() < 0.5 THEN 'leader' ELSE 'specialist' END,
         competent_agency, CASE WHEN random() < 0.5 THEN 'officer-' || (random() * 12)::int END,
         timestamptz '2026-12-01Z' + random() * interval '30 days', timestamptz '2026-12-01Z' + random() * interval '30 days',
         random() < 0.125, code, procedure_code, 'x'
       FROM workflow.case_file`,
    );
    await system.sql('VACUUM (ANALYZE) workflow.task');
  }, 120_000);
  afterAll(() => system.stop());

  const literal = (value: unknown): string => {
    if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(', ')}]`;
    return typeof value === 'string' || typeof value === 'number' ? `'${value}'` : 'NULL';
  };
  let statements = 0;

  // As the service asks: prepared, on its own connections, for index scans where nothing else is said. One question at a time is
  // asked on one connection.
  const explained = async ({ text, values }: Statement, by: 'scanIndex' | 'query' = 'scanIndex'): Promise<Plan> => {
    const database = system.get('workflow', Database);
    const name = `s${(statements += 1)}`;
    await database[by](`PREPARE ${name} AS ${text}`);
    const called = values.length > 0 ? `${name}(${values.map(literal).join(', ')})` : name;
    const [row] = await database[by]<Json>(`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE ${called}`);
    return row['QUERY PLAN'][0].Plan;
  };

  /** How many rows a statement shows, and how many rows of tasks it reads for that, those thrown away included. */
  const work = async (statement: Statement, by?: 'query'): Promise<{ shown: number; read: number }> => {
    const plan = await explained(statement, by);
    const scans = nodesOf(plan).filter((node) => node['Relation Name'] === 'task');
    expect(scans.map((node) => node['Node Type'])).not.toContain('Seq Scan');
    const read = scans.map(
      (node) =>
        (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
        node['Actual Loops'],
    );
    // Rows are told as an average of the loops, rounded.
    return { shown: plan['Actual Rows'], read: Math.round(read.reduce((sum, n) => sum + n, 0)) };
  };

  it('try every list that a filter can ask for', () => {
    const asked = Object.values(LISTS).flatMap((lists) => Object.values(lists));
    expect([...new Set([...asked, 'everything', 'heldInAgency'])].sort()).toEqual([...NAMES].sort());
  });

  it.each(NAMES)('%s: a page reads the rows that it shows, and no other', async (list) => {
    const { shown, read } = await work(page(list, [LOOKS[list].one]));
    expect(shown).toBeGreaterThan(5);
    expect(read).toBe(shown);
  });

  it.each(NAMES)('%s: nor does a page in the middle, or one that ends at a due date', async (list) => {
    const looks = [LOOKS[list].one];
    for (const range of [{ after: [MIDDLE, FIRST_PLACE[1]] as const }, { before: MIDDLE }]) {
      const { shown, read } = await work(page(list, looks, range));
      expect(shown).toBeGreaterThan(0);
      expect(read).toBe(shown);
    }
  });

  it.each(NAMES)('%s: of many looks, each reads one row at most that is not shown', async (list) => {
    const { many } = LOOKS[list];
    const { shown, read } = await work(page(list, many));
    expect(shown).toBe(SHOWN + 1);
    expect(read).toBeLessThanOrEqual(shown + many.length);
  });

  it.each(NAMES)('%s: looks are merged in order, and nothing is sorted', async (list) => {
    for (const looks of [[LOOKS[list].one], LOOKS[list].many]) {
      const types = nodesOf(await explained(page(list, looks))).map((node) => node['Node Type']);
      expect(types.filter((type) => /Sort|Seq Scan|Bitmap/.test(type))).toEqual([]);
    }
  });

  it('a search for a code reads the open tasks of that case alone', async () => {
    const [known] = await system.sql<{ code: string }>(`SELECT code FROM workflow.task WHERE state = 'open' LIMIT 1`);
    const look = { code: known!.code, agencies: null, holders: null, roles: null };
    const range = { after: FIRST_PLACE, before: 'infinity', limit: SHOWN + 1 };
    expect(await work(caseStatement(look, range), 'query')).toEqual({ shown: 1, read: 1 });
  });

  it('a question which looks would find anything reads a row for each', async () => {
    const { shown, read } = await work(probeStatement('ofAgencyAtStep', LOOKS.ofAgencyAtStep.many, 256), 'query');
    expect([shown, read]).toEqual([AGENCIES.length, AGENCIES.length]);
    const agencies = await work({ text: AGENCIES_WITH_TASKS, values: [] }, 'query');
    expect(agencies).toEqual({ shown: AGENCIES.length, read: AGENCIES.length });
  });

  it.each(NAMES.filter((name) => name !== 'ofAgencyByAge'))('%s: a count stops at its most', async (list) => {
    expect(
      (await work(countStatement(list, LOOKS[list].many, { from: '-infinity', before: 'infinity', most: 100 }))).read,
    ).toBeLessThanOrEqual(100);
  });
});
