import { type Queries, sql } from '@motcua/platform';
import type { ReceptionRun } from './reception-deadline.view.js';

/** Every run of the 8 working hours of R6, the first one first. */
export const readReceptionRuns = (queries: Queries, dossierId: string): Promise<ReceptionRun[]> =>
  queries.query<ReceptionRun>(sql`
    SELECT n, after_status AS "afterStatus", started_at AS "startedAt", due_at AS "dueAt", ended_at AS "endedAt",
      ended_by AS "endedBy", overdue_at AS "overdueAt"
    FROM reception_run WHERE dossier_id = ${dossierId} ORDER BY n`);
