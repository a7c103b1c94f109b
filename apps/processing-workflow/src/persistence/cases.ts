import { Injectable } from '@nestjs/common';
import { type Queries, sql } from '@motcua/platform';
import type { CaseState } from '@motcua/processing-domain';
import { type CaseRow, CASES } from './case-row.js';
import { type StoredCase, storedCase } from './stored-case.js';
import { type TaskRow, TASKS } from './task-row.js';

/** Cases as they are read outside of commands: nothing is locked. */
@Injectable()
export class Cases {
  /** Undefined when the case is not known here. */
  async read(queries: Queries, dossierId: string): Promise<StoredCase | undefined> {
    const [stored] = await this.readMany(queries, [dossierId]);
    return stored;
  }

  async states(queries: Queries, ids: readonly string[]): Promise<CaseState[]> {
    return (await this.readMany(queries, ids)).map(({ state }) => state);
  }

  /** In the order of their ids. */
  private async readMany(queries: Queries, ids: readonly string[]): Promise<StoredCase[]> {
    const rows = await queries.query<CaseRow>(
      sql`SELECT ${CASES.columns('c')} FROM case_file c WHERE c.dossier_id = ANY (${ids}) ORDER BY c.dossier_id`,
    );
    // Afterwards: a case that is there has its tasks.
    const tasks = await queries.query<TaskRow>(sql`
      SELECT ${TASKS.columns('t')} FROM task t WHERE t.dossier_id = ANY (${ids}) AND t.state = 'open'
      ORDER BY t.opened_at, t.agency, t.id`);
    const byCase = Map.groupBy(tasks, ({ dossier_id }) => dossier_id);
    return rows.map((row) => storedCase(row, byCase.get(row.dossier_id) ?? []));
  }
}
