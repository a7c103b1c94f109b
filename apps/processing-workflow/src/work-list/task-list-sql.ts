import { type Sql, sql } from '@motcua/platform';
import { TASK_COLUMNS } from '../persistence/task-row.js';

const HELD = 't.holder_subject IS NOT NULL';
const WAITS = 't.holder_subject IS NULL';

interface List {
  /** Columns that are equal throughout a look at the list's index, in the index's order. */
  readonly keys: readonly string[];
  readonly order?: 'opened_at';
  readonly condition?: string;
}

/** The lists that exist. Each has an index of its keys and its order, so that a look at it reads what it shows. */
export const TASK_LISTS = {
  everything: { keys: [] },
  ofAgency: { keys: ['agency'] },
  ofAgencyAtStep: { keys: ['agency', 'step'] },
  ofAgencyForProcedure: { keys: ['agency', 'procedure_code'] },
  ofAgencyByAge: { keys: ['agency'], order: 'opened_at' },
  ofApplicant: { keys: ['applicant_ref', 'agency'] },
  waiting: { keys: ['agency', 'role'], condition: WAITS },
  waitingAtStep: { keys: ['agency', 'role', 'step'], condition: WAITS },
  waitingForProcedure: { keys: ['agency', 'role', 'procedure_code'], condition: WAITS },
  held: { keys: ['holder_subject'], condition: HELD },
  heldInAgency: { keys: ['agency', 'holder_subject'], condition: HELD },
  heldAtStep: { keys: ['holder_subject', 'step'], condition: HELD },
  heldForProcedure: { keys: ['holder_subject', 'procedure_code'], condition: HELD },
} as const satisfies Record<string, List>;

export type TaskListName = keyof typeof TASK_LISTS;
const listOf = (name: TaskListName): List => TASK_LISTS[name];

/** The key of one look: a value for each of the list's columns. */
export type LookKey = readonly string[];

interface TaskLooks {
  readonly list: TaskListName;
  /** A subtree of agencies, or several roles, are as many looks, merged. */
  readonly looks: readonly LookKey[];
  /** After this place: an instant and a task's id. */
  readonly after: readonly [at: string, id: string];
  /** Before this instant. */
  readonly before: string;
  readonly limit: number;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Behind the place, the instant and the limit, whose numbers stand in the text below. */
const FIRST_KEY = 5;

function openTasks(name: TaskListName): string {
  const { condition } = listOf(name);
  return `FROM task t WHERE t.state = 'open'${condition === undefined ? '' : ` AND ${condition}`}`;
}

function look(name: TaskListName, first: number): string {
  const { keys, order = 'list_at' } = listOf(name);
  return `
  (SELECT ${TASK_COLUMNS}, t.list_at ${openTasks(name)}
    ${keys.map((column, at) => `AND t.${column} = $${first + at}::text `).join('')}AND (t.${order}, t.id) > ($1::timestamptz, $2::uuid)
    AND t.${order} < $3::timestamptz ORDER BY t.${order}, t.id)`;
}

const texts = new Map<string, string>();

function textOf(name: TaskListName, looks: number): string {
  const key = `${name} ${looks}`;
  let text = texts.get(key);
  if (text === undefined) {
    const { keys, order = 'list_at' } = listOf(name);
    const all = Array.from({ length: looks }, (_, n) => look(name, FIRST_KEY + n * keys.length));
    // Within FROM, and each look ordered, so that the planner merges them: a union's own ORDER BY it always sorts.
    // Up to 256 looks: a text of that length is made once, not for each page; so its places are numbered here, not by `sql`.
    // eslint-disable-next-line motcua/no-counted-values
    text = `SELECT * FROM (${all.join('\n  UNION ALL')}) AS t\n  ORDER BY ${order}, id LIMIT $4::int`;
    texts.set(key, text);
  }
  return text;
}

/** Up to so many looks make one statement. */
export const MOST_LOOKS = 256;

const roundedUp = (looks: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, looks)));

/**
 * One page: the looks, each along its index, merged in the list's order. The merge takes a row from a look only when it is
 * due, so all looks together read the page and at most one row more each.
 */
export function pageStatement({ list, looks, after, before, limit }: TaskLooks): Statement {
  // The number of texts is small, so that each is planned once a connection: a look for nothing finds nothing.
  const count = list === 'everything' ? 1 : roundedUp(looks.length);
  const nothing = TASK_LISTS[list].keys.map(() => null);
  const keys = Array.from({ length: count }, (_, n) => looks[n] ?? nothing).flat();
  return { text: textOf(list, count), values: [...after, before, limit, ...keys] };
}

/** The looks as rows `k`, and the open tasks that one of them finds. */
function looksOf(name: TaskListName, looks: readonly LookKey[]): { readonly rows: Sql; readonly tasks: Sql } {
  const { keys } = listOf(name);
  const arrays = keys.map((_, at) => sql`${looks.map((key) => key[at])}::text[]`);
  const equal = keys.map((column) => ` AND t.${column} = k.${column}`).join('');
  return {
    rows: sql`unnest(${sql.join(arrays)}) AS k (${sql.raw(keys.join(', '))})`,
    tasks: sql.raw(`${openTasks(name)}${equal}`),
  };
}

/** Which of the looks would find anything: at most `limit` of them. */
export function probeStatement(list: TaskListName, looks: readonly LookKey[], limit: number): Sql {
  const { rows, tasks } = looksOf(list, looks);
  return sql`SELECT * FROM ${rows} WHERE EXISTS (SELECT ${tasks}) LIMIT ${limit}::int`;
}

export interface CountRange {
  /** From this instant of the list's order on. */
  readonly from: string;
  readonly before: string;
  /** Where the counting stops. */
  readonly most: number;
}

/** How many tasks the looks find in all, in a range of their due dates; no more than `most` are looked at. */
export function countStatement(list: TaskListName, looks: readonly LookKey[], range: CountRange): Sql {
  const { rows, tasks } = looksOf(list, looks);
  const { from, before, most } = range;
  const counted = sql`SELECT ${tasks} AND t.list_at >= ${from}::timestamptz AND t.list_at < ${before}::timestamptz LIMIT ${most}::int`;
  const found =
    list === 'everything' ? counted : sql`SELECT FROM ${rows} CROSS JOIN LATERAL (${counted}) AS t LIMIT ${most}::int`;
  return sql`SELECT count(*) AS n FROM (${found}) AS counted`;
}

/** The agencies that have open tasks: a look at the index for each. */
export const AGENCIES_WITH_TASKS = `
  WITH RECURSIVE found AS (
    (SELECT agency FROM task WHERE state = 'open' ORDER BY agency LIMIT 1)
    UNION ALL
    SELECT (SELECT t.agency FROM task t WHERE t.state = 'open' AND t.agency > found.agency ORDER BY t.agency LIMIT 1)
    FROM found WHERE found.agency IS NOT NULL
  )
  SELECT agency FROM found WHERE agency IS NOT NULL`;

export interface CaseLook {
  readonly code: string;
  /** Null for any, each of them. */
  readonly agencies: readonly string[] | null;
  readonly holders: readonly string[] | null;
  /** Whom a task waits for that nobody holds. */
  readonly roles: readonly string[] | null;
}

/** One page of the open tasks of a case. */
export function caseStatement(
  { code, agencies, holders, roles }: CaseLook,
  { after: [at, id], before, limit }: Pick<TaskLooks, 'after' | 'before' | 'limit'>,
): Sql {
  return sql`
    SELECT ${sql.raw(TASK_COLUMNS)}, t.list_at FROM case_file c JOIN task t ON t.dossier_id = c.dossier_id
    WHERE c.code = ${code} AND t.state = 'open' AND (t.list_at, t.id) > (${at}::timestamptz, ${id}::uuid)
      AND t.list_at < ${before}::timestamptz
      AND (${agencies}::text[] IS NULL OR t.agency = ANY (${agencies}))
      AND (${holders}::text[] IS NULL OR t.holder_subject = ANY (${holders}))
      AND (${roles}::text[] IS NULL OR (t.holder_subject IS NULL AND t.role = ANY (${roles})))
    ORDER BY t.list_at, t.id LIMIT ${limit}::int`;
}
