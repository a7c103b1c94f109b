import { Injectable } from '@nestjs/common';
import { withOffset } from '@motcua/kernel';
import { Database, SealingConfig, sql } from '@motcua/platform';
import { openApplicant } from '../../persistence/dossier-applicant.js';
import type { BookLineView, BookStatus } from './book-line.view.js';
import type { BookPeriod } from './book-period.js';

export interface BookRequest extends BookPeriod {
  readonly by: 'receiving' | 'competent';
  readonly agencies: readonly string[];
}

/** Where the next page begins: after this line. */
export type BookPlace = readonly [acceptedAt: string, dossierId: string];

interface BookRow {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly receivingAgency: string;
  readonly receivingName: string | null;
  readonly competentAgency: string;
  readonly competentName: string | null;
  readonly acceptedAt: Temporal.Instant;
  readonly promisedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly status: BookStatus;
  readonly result: string | null;
  readonly returnedAt: Temporal.Instant | null;
  readonly returnMethod: string | null;
  readonly sealed: string | null;
  readonly wrappedKey: string | null;
}

const COLUMNS = { receiving: sql.raw('c.receiving_agency'), competent: sql.raw('c.competent_agency') };

/** Lines that are read at a time for paper. */
const TOGETHER = 500;

/** The tracking book (form 07, R15): what was accepted in a period, in the order in which it came. @rule R15 */
@Injectable()
export class TrackingBook {
  constructor(
    private readonly database: Database,
    private readonly config: SealingConfig,
  ) {}

  rows({ by, from, until, agencies }: BookRequest, after: BookPlace | undefined, limit: number): Promise<BookRow[]> {
    const [acceptedAt, dossierId] = after ?? [null, null];
    // Planned for its very values: a commune's month and a province's year are read in different ways.
    return this.database.search<BookRow>(sql`
      SELECT c.dossier_id AS "dossierId", c.code, c.procedure_code AS "procedureCode", c.terms->'procedure'->>'name' AS "procedureName",
        c.receiving_agency AS "receivingAgency", r.name AS "receivingName", c.competent_agency AS "competentAgency", m.name AS "competentName",
        c.accepted_at AS "acceptedAt", c.original_promised_due_at AS "promisedAt", c.promised_due_at AS "dueAt", c.ended_at AS "endedAt",
        CASE WHEN c.returned_at IS NULL THEN c.status ELSE 'returned' END AS status,
        (SELECT string_agg(s.number, '; ' ORDER BY s.n) FROM case_result s WHERE s.dossier_id = c.dossier_id AND s.state = 'signed') AS result,
        c.returned_at AS "returnedAt", c.return_method AS "returnMethod", a.sealed, a.wrapped_key AS "wrappedKey"
      FROM case_file c
        LEFT JOIN dossier_applicant a ON a.dossier_id = c.dossier_id
        LEFT JOIN agency_copy r ON r.code = c.receiving_agency LEFT JOIN agency_copy m ON m.code = c.competent_agency
      WHERE c.status <> 'undone' AND c.accepted_at >= ${from} AND c.accepted_at < ${until} AND ${COLUMNS[by]} = ANY (${agencies})
        AND (${acceptedAt}::timestamptz IS NULL OR (c.accepted_at, c.dossier_id) > (${acceptedAt}::timestamptz, ${dossierId}::uuid))
      ORDER BY c.accepted_at, c.dossier_id LIMIT ${limit}`);
  }

  /** The whole book, page by page, however long it is. */
  async *lines(request: BookRequest): AsyncGenerator<BookLineView> {
    let after: BookPlace | undefined;
    for (;;) {
      const rows = await this.rows(request, after, TOGETHER);
      for (const row of rows) yield this.view(row);
      const last = rows.at(-1);
      if (last === undefined || rows.length < TOGETHER) return;
      after = placeOf(last);
    }
  }

  view(row: BookRow): BookLineView {
    const { fullName = null, address = null, phone = null } = openApplicant(this.config.sealingKey, row);
    return {
      dossierId: row.dossierId,
      code: row.code,
      procedure: { code: row.procedureCode, name: row.procedureName },
      applicant: fullName,
      address,
      phone,
      receivingAgency: { code: row.receivingAgency, name: row.receivingName ?? row.receivingAgency },
      competentAgency: { code: row.competentAgency, name: row.competentName ?? row.competentAgency },
      receivedAt: withOffset(row.acceptedAt),
      promisedAt: withOffset(row.promisedAt),
      dueAt: row.dueAt && withOffset(row.dueAt),
      endedAt: row.endedAt && withOffset(row.endedAt),
      result: row.result,
      returnedAt: row.returnedAt && withOffset(row.returnedAt),
      returnMethod: row.returnMethod,
      status: row.status,
    };
  }
}

export const placeOf = ({ acceptedAt, dossierId }: BookRow): BookPlace => [acceptedAt.toString(), dossierId];
