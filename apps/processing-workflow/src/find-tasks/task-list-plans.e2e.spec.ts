import type { Json, TestSystem } from '@motcua/testing';
import { startWorkflow } from '../story/workflow.fixture.js';
import { HELD_BY, HELD_BY_IN, OF_AGENCIES, OF_ALL, WAITING } from './task-list-sql.js';

const ROWS = 20_000;
const NIL = '00000000-0000-0000-0000-000000000000';
// Cursor, limit and the rules that are always there.
const RULES = ['-infinity', NIL, 51, null, null, '2026-12-01T00:00:00Z', false, false];
const AGENCIES = Array.from({ length: 40 }, (_, i) => `H48.${i}`);

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

describe('the plans of the work list on twenty thousand open tasks', () => {
  let system: TestSystem;

  beforeAll(async () => {
    system = await startWorkflow();
    await system.sql(
      `INSERT INTO workflow.case_file (dossier_id, code, applicant_ref, submitted_by, procedure_code, receiving_agency,
         competent_agency, terms, accepted_at, original_statutory_due_at, original_promised_due_at, earlier_supplements, status)
       SELECT gen_random_uuid(), 'H48-' || n, 'ref', 'sub', '1.001686', 'H48.' || n % 40, 'H48.' || n % 40, '{}', now(), now(),
         now(), 0, 'open'
       FROM generate_series(1, $1::int) AS n`,
      [ROWS],
    );
    await system.sql(
      `INSERT INTO workflow.task (id, dossier_id, state, step, step_name, role, agency, holder_subject, opened_at, due_at, code,
         procedure_code, procedure_name)
       SELECT gen_random_uuid(), dossier_id, 'open', 'appraisal', 'Thẩm định',
         (ARRAY['leader', 'specialist', 'clerk'])[1 + (random() * 2)::int], competent_agency,
         CASE WHEN random() < 0.5 THEN 'officer-' || (random() * 200)::int END, now(),
         now() + random() * interval '30 days', code, procedure_code, 'x'
       FROM workflow.case_file`,
    );
    await system.sql('ANALYZE workflow.task');
  }, 120_000);
  afterAll(() => system.stop());

  it.each<[string, string, unknown[], number]>([
    ['mine', HELD_BY, [...RULES, 'officer-7'], 200],
    ['mine in some agencies', HELD_BY_IN, [...RULES, 'officer-7', AGENCIES], 200],
    ['one agency', OF_AGENCIES, [...RULES, ['H48.7']], 60],
    ['the whole province by agency', OF_AGENCIES, [...RULES, AGENCIES], 60 * AGENCIES.length],
    ['everything', OF_ALL, RULES, 60],
    ["my role's", WAITING, [...RULES, ['H48.7'], ['specialist']], 60],
    [
      "my roles' in the whole province",
      WAITING,
      [...RULES, AGENCIES, ['specialist', 'leader']],
      60 * 2 * AGENCIES.length,
    ],
    ['the page after one in the middle', OF_ALL, ['2026-12-10T00:00:00Z', NIL, ...RULES.slice(2)], 60],
  ])('%s: an index in its own order, and few rows of it', async (_, sql, values, atMost) => {
    const [row] = await system.sql<Json>(
      // The text names tables without their schema, as the service's own connection does.
      `EXPLAIN (ANALYZE, FORMAT JSON) ${sql.replaceAll('FROM task t', 'FROM workflow.task t')}`,
      values,
    );
    const tasks = nodesOf(row['QUERY PLAN'][0].Plan).filter((node) => node['Relation Name'] === 'task');
    expect(tasks.length).toBeGreaterThan(0);
    for (const node of tasks) {
      expect(node['Node Type']).not.toBe('Seq Scan');
      expect(node['Actual Rows'] * node['Actual Loops']).toBeLessThanOrEqual(atMost);
    }
  });

  // A prepared statement that is used often is planned once, without its values.
  it.each([
    ['mine', HELD_BY],
    ['mine in some agencies', HELD_BY_IN],
    ['of agencies', OF_AGENCIES],
    ['everything', OF_ALL],
    ["my roles'", WAITING],
  ])('%s: no scan of the table either when it is planned for any values', async (_, sql) => {
    const [row] = await system.sql<Json>(
      `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${sql.replaceAll('FROM task t', 'FROM workflow.task t')}`,
    );
    const tasks = nodesOf(row['QUERY PLAN'][0].Plan).filter((node) => node['Relation Name'] === 'task');
    expect(tasks.map((node) => node['Node Type'])).not.toContain('Seq Scan');
    expect(tasks.length).toBeGreaterThan(0);
  });
});
