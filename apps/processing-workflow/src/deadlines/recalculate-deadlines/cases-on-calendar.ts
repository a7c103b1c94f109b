import { Injectable } from '@nestjs/common';
import { type Queries, sql } from '@motcua/platform';

/** Running cases that do not count on this revision of the calendar yet, in the order of their ids. */
export interface CasesWanted {
  readonly calendar: string;
  readonly revision: number;
  /** Of these competent agencies; null: everybody's. */
  readonly agencies: readonly string[] | null;
  readonly after: string | null;
  readonly limit: number;
}

@Injectable()
export class CasesOnCalendar {
  async find(queries: Queries, wanted: CasesWanted): Promise<string[]> {
    const { calendar, revision, agencies, after, limit } = wanted;
    const rows = await queries.query<{ id: string }>(sql`
      SELECT dossier_id AS id FROM case_file
      WHERE terms->'calendar'->>'code' = ${calendar} AND ended_at IS NULL
        AND coalesce(calendar_revision, (terms->'calendar'->>'revision')::int) < ${revision}
        AND (${agencies}::text[] IS NULL OR competent_agency = ANY (${agencies}))
        AND (${after}::uuid IS NULL OR dossier_id > ${after})
      ORDER BY dossier_id LIMIT ${limit}`);
    return rows.map(({ id }) => id);
  }
}
