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
  readonly sql: string;
  readonly values: readonly unknown[];
}

const FIRST_KEY = 5;

const openTasks = (name: TaskListName): string => {
  const { condition } = listOf(name);
  return `FROM task t WHERE t.state = 'open'${condition === undefined ? '' : ` AND ${condition}`}`;
};

const look = (name: TaskListName, first: number): string => {
  const { keys, order = 'list_at' } = listOf(name);
  return `
  (SELECT ${TASK_COLUMNS}, t.list_at ${openTasks(name)}
    ${keys.map((column, at) => `AND t.${column} = $${first + at}::text `).join('')}AND (t.${order}, t.id) > ($1::timestamptz, $2::uuid)
    AND t.${order} < $3::timestamptz ORDER BY t.${order}, t.id)`;
};

const texts = new Map<string, string>();

const textOf = (name: TaskListName, looks: number): string => {
  const key = `${name} ${looks}`;
  let sql = texts.get(key);
  if (sql === undefined) {
    const { keys, order = 'list_at' } = listOf(name);
    const all = Array.from({ length: looks }, (_, n) => look(name, FIRST_KEY + n * keys.length));
    // Within FROM, and each look ordered, so that the planner merges them: a union's own ORDER BY it always sorts.
    sql = `SELECT * FROM (${all.join('\n  UNION ALL')}) AS t\n  ORDER BY ${order}, id LIMIT $4::int`;
    texts.set(key, sql);
  }
  return sql;
};

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
  return { sql: textOf(list, count), values: [...after, before, limit, ...keys] };
}

const columnsOf = (name: TaskListName): { names: string; arrays: string; equal: string } => {
  const { keys } = listOf(name);
  return {
    names: keys.join(', '),
    arrays: keys.map((_, at) => `$${at + 2}::text[]`).join(', '),
    equal: keys.map((column) => ` AND t.${column} = k.${column}`).join(''),
  };
};

const columnwise = (list: TaskListName, looks: readonly LookKey[]): unknown[] =>
  TASK_LISTS[list].keys.map((_, at) => looks.map((key) => key[at]));

/** Which of the looks would find anything: at most $1 of them. */
export function probeStatement(list: TaskListName, looks: readonly LookKey[], limit: number): Statement {
  const { names, arrays, equal } = columnsOf(list);
  const sql = `SELECT * FROM unnest(${arrays}) AS k (${names}) WHERE EXISTS (SELECT ${openTasks(list)}${equal}) LIMIT $1::int`;
  return { sql, values: [limit, ...columnwise(list, looks)] };
}

export interface CountRange {
  /** From this instant of the list's order on. */
  readonly from: string;
  readonly before: string;
  /** Where the counting stops. */
  readonly most: number;
}

/** How many tasks the looks find in all, in a range of their due dates; no more than `most` are looked at. */
export function countStatement(list: TaskListName, looks: readonly LookKey[], range: CountRange): Statement {
  const { names, arrays, equal } = columnsOf(list);
  const at = listOf(list).keys.length + 2;
  const counted = `SELECT ${openTasks(list)}${equal} AND t.list_at >= $${at}::timestamptz AND t.list_at < $${at + 1}::timestamptz`;
  const rows =
    list === 'everything'
      ? `${counted} LIMIT $1::int`
      : `SELECT FROM unnest(${arrays}) AS k (${names}) CROSS JOIN LATERAL (${counted} LIMIT $1::int) AS t LIMIT $1::int`;
  return {
    sql: `SELECT count(*) AS n FROM (${rows}) AS counted`,
    values: [range.most, ...columnwise(list, looks), range.from, range.before],
  };
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

/** The open tasks of a case: $1 to $4 as of a page, $5 its code, $6 agencies, $7 holders, $8 roles it waits for; null for any. */
export const OF_CASE = `
  SELECT ${TASK_COLUMNS}, t.list_at FROM case_file c JOIN task t ON t.dossier_id = c.dossier_id
  WHERE c.code = $5 AND t.state = 'open' AND (t.list_at, t.id) > ($1::timestamptz, $2::uuid) AND t.list_at < $3::timestamptz
    AND ($6::text[] IS NULL OR t.agency = ANY ($6))
    AND ($7::text[] IS NULL OR t.holder_subject = ANY ($7))
    AND ($8::text[] IS NULL OR (t.holder_subject IS NULL AND t.role = ANY ($8)))
  ORDER BY t.list_at, t.id LIMIT $4::int`;
