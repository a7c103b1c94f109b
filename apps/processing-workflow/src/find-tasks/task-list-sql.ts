import { TASK_COLUMNS } from '../persistence/task-row.js';

// Every list begins with the index that has its order, (…, due_at, id), and stops after one page of it; a subtree of
// agencies or several roles are as many such looks, merged.
// $1 cursor's due date, $2 cursor's id, $3 limit, $4 step, $5 due before, $6 now, $7 only late, $8 only not late
const RULES = `
  (t.due_at, t.id) > ($1::timestamptz, $2::uuid)
  AND ($4::text IS NULL OR t.step = $4)
  AND ($5::timestamptz IS NULL OR (t.due_at < $5 AND NOT t.paused))
  AND (NOT $7::bool OR (t.due_at < $6::timestamptz AND NOT t.paused))
  AND (NOT $8::bool OR t.due_at >= $6::timestamptz OR t.paused)`;
const PAGE = 'ORDER BY t.due_at, t.id LIMIT $3';
const OPEN = `t.state = 'open'`;

const TASKS = `SELECT ${TASK_COLUMNS} FROM task t WHERE ${OPEN}`;

export const HELD_BY = `${TASKS} AND t.holder_subject = $9 AND ${RULES} ${PAGE}`;

/** Held by somebody, in one of the agencies $10. */
export const HELD_BY_IN = `${TASKS} AND t.holder_subject = $9 AND t.agency = ANY ($10::text[]) AND ${RULES} ${PAGE}`;

export const OF_AGENCIES = `
  SELECT t.* FROM unnest($9::text[]) AS a (agency)
  CROSS JOIN LATERAL (${TASKS} AND t.agency = a.agency AND ${RULES} ${PAGE}) AS t ${PAGE}`;

export const OF_ALL = `${TASKS} AND ${RULES} ${PAGE}`;

export const WAITING = `
  SELECT t.* FROM unnest($9::text[]) AS a (agency) CROSS JOIN unnest($10::text[]) AS r (role)
  CROSS JOIN LATERAL (
    ${TASKS} AND t.holder_subject IS NULL AND t.agency = a.agency AND t.role = r.role AND ${RULES} ${PAGE}
  ) AS t ${PAGE}`;
