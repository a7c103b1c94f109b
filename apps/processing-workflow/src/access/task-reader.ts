import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import type { Tx, PlatformCode } from '@motcua/platform';
import { TASK_COLUMNS, type TaskRow } from '../persistence/task-row.js';

const FIND = `SELECT ${TASK_COLUMNS} FROM task t WHERE t.id = $1`;
const OF_CASE = `SELECT ${TASK_COLUMNS} FROM task t WHERE t.dossier_id = $1 ORDER BY t.opened_at, t.agency, t.id`;

type Queries = Pick<Tx, 'query'>;

@Injectable()
export class TaskReader {
  /** Open or closed. @throws Refusal RESOURCE.NOT_FOUND */
  async find(queries: Queries, id: string): Promise<TaskRow> {
    const [row] = await queries.query<TaskRow>(FIND, [id]);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return row;
  }

  /** All tasks of a case, in the order in which they came up. */
  ofCase(queries: Queries, dossierId: string): Promise<TaskRow[]> {
    return queries.query<TaskRow>(OF_CASE, [dossierId]);
  }
}
