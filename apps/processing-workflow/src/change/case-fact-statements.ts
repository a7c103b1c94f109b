import { type Sql, sql } from '@motcua/platform';
import { CASES } from '../persistence/case-row.js';
import { RESULTS } from '../persistence/case-results.js';
import { TASKS } from '../persistence/task-row.js';
import type { AboutCase } from './case-facts.js';

/** Dossiers and tasks that a group of commands is about. */
export interface Scoped {
  /** `= ANY (…)` or `IN (…)`, of dossier ids. */
  readonly of: Sql;
  readonly taskIds: readonly string[];
}

export function scopeOf(asked: readonly AboutCase[]): Scoped {
  const taskIds = asked.flatMap((one) => ('taskId' in one ? [one.taskId] : []));
  const dossierIds = asked.flatMap((one) => ('dossierId' in one ? [one.dossierId] : []));
  const of =
    taskIds.length > 0
      ? sql`IN (SELECT dossier_id FROM task WHERE id = ANY (${taskIds}::uuid[]))`
      : sql`= ANY (${dossierIds}::uuid[])`;
  return { of, taskIds };
}

/** Locks the cases, in the order of their ids. */
export const casesStatement = ({ of }: Scoped, skipLocked: Sql): Sql =>
  sql`SELECT ${CASES.columns('c')} FROM case_file c WHERE c.dossier_id ${of} ORDER BY c.dossier_id FOR UPDATE OF c ${skipLocked}`;

/** The open tasks of the cases, and those that are asked for, open or not. */
export const tasksStatement = ({ of, taskIds }: Scoped): Sql => sql`
  SELECT ${TASKS.columns('t')} FROM (
    SELECT id FROM task WHERE dossier_id ${of} AND state = 'open' UNION SELECT unnest(${taskIds}::uuid[])
  ) AS wanted JOIN task t ON t.id = wanted.id
  ORDER BY t.opened_at, t.agency, t.id`;

export const resultsStatement = ({ of }: Scoped): Sql =>
  sql`SELECT ${RESULTS.columns('r')} FROM case_result r WHERE r.dossier_id ${of} ORDER BY r.dossier_id, r.n`;

/** Codes of the agencies that the cases and the tasks concern. */
export const concernedStatement = ({ of, taskIds }: Scoped): Sql => sql`
  SELECT agency FROM task WHERE dossier_id ${of} AND state = 'open'
  UNION SELECT agency FROM task WHERE id = ANY (${taskIds}::uuid[])
  UNION SELECT unnest(ARRAY[receiving_agency, competent_agency]) FROM case_file WHERE dossier_id ${of}`;
