import { Injectable } from '@nestjs/common';
import type { Queries } from '@motcua/platform';

/** Running cases that do not count on this revision of the calendar yet, in the order of their ids. */
export interface CasesWanted {
  readonly calendar: string;
  readonly revision: number;
  /** Of these competent agencies; null: everybody's. */
  readonly agencies: readonly string[] | null;
  readonly after: string | null;
  readonly limit: number;
}

const FIND = `
  SELECT dossier_id AS id FROM case_file
  WHERE terms->'calendar'->>'code' = $1 AND ended_at IS NULL
    AND coalesce(calendar_revision, (terms->'calendar'->>'revision')::int) < $2
    AND ($3::text[] IS NULL OR competent_agency = ANY ($3)) AND ($4::uuid IS NULL OR dossier_id > $4)
  ORDER BY dossier_id LIMIT $5`;

@Injectable()
export class CasesOnCalendar {
  async find(queries: Queries, wanted: CasesWanted): Promise<string[]> {
    const { calendar, revision, agencies, after, limit } = wanted;
    const rows = await queries.query<{ id: string }>(FIND, [calendar, revision, agencies, after, limit]);
    return rows.map(({ id }) => id);
  }
}
