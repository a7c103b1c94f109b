import { Injectable } from '@nestjs/common';
import { isUuid } from '@motcua/kernel';
import {
  cursorRefusal,
  Database,
  decodeCursor,
  type Page,
  pageOf,
  type PageQuery,
  type Sql,
  sql,
} from '@motcua/platform';
import { lateFrom, type Period } from '../read-figures/period.js';
import { type FigureName, type Instants, SHOWN } from './which-figure.js';

export interface DossierBehind {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureCode: string;
  readonly channel: string;
  readonly receivingAgency: string;
  readonly competentAgency: string;
  readonly submittedAt: Temporal.Instant;
  readonly acceptedAt: Temporal.Instant;
  readonly slipDueAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  /** The instant that puts it into the figure: where it stands in the list. */
  readonly at: Temporal.Instant;
}

export interface Behind {
  readonly figure: FigureName;
  readonly period: Period;
  readonly agencies: readonly string[];
  readonly procedure?: string;
  readonly field?: string;
  readonly channel?: string;
}

const COLUMNS = sql.raw(`d.dossier_id AS "dossierId", d.code, d.procedure_code AS "procedureCode", d.channel,
  d.receiving_agency AS "receivingAgency", d.competent_agency AS "competentAgency", d.submitted_at AS "submittedAt",
  d.accepted_at AS "acceptedAt", d.slip_due_at AS "slipDueAt", d.due_at AS "dueAt",
  coalesce(d.processed_at, d.returned_at, d.stopped_at, d.withdrawn_at) AS "endedAt"`);

interface Asked extends Instants, Omit<Behind, 'period'> {
  /** After this place. */
  readonly after: readonly [Temporal.Instant | null, string | null];
  readonly limit: number;
}

// A look for each agency along its index, merged: a page reads a page of each at most.
function statementFor({ figure, agencies, after: [at, id], limit, ...asked }: Asked): Sql {
  const { along: column, where } = SHOWN[figure];
  const along = sql.raw(`d.${column}`);
  const { procedure = null, field = null, channel = null } = asked;
  return sql`
    SELECT x.* FROM unnest(${agencies}::text[]) AS a (agency) CROSS JOIN LATERAL (
      SELECT ${COLUMNS}, ${along} AS at FROM dossier d
      WHERE d.competent_agency = a.agency AND ${where(asked)}
        AND (${procedure}::text IS NULL OR d.procedure_code = ${procedure})
        AND (${field}::text IS NULL OR d.procedure_code IN (SELECT p.code FROM procedure_copy p WHERE p.field_code = ${field}))
        AND (${channel}::text IS NULL OR d.channel = ${channel})
        AND (${at}::timestamptz IS NULL OR (${along}, d.dossier_id) < (${at}::timestamptz, ${id}::uuid))
      ORDER BY ${along} DESC, d.dossier_id DESC LIMIT ${limit}
    ) AS x ORDER BY x.at DESC, x."dossierId" DESC LIMIT ${limit}`;
}

/** @throws Refusal REQUEST.PARAMETER_INVALID */
function placeOf(cursor: string | undefined): [Temporal.Instant | null, string | null] {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  if (at === undefined) return [null, null];
  if (!isUuid(String(id))) throw cursorRefusal();
  try {
    return [Temporal.Instant.from(String(at)), String(id)];
  } catch {
    throw cursorRefusal();
  }
}

/** The dossiers behind a figure, newest first, a page at a time. */
@Injectable()
export class DossiersBehind {
  constructor(private readonly database: Database) {}

  async page<Item>(
    { period, ...behind }: Behind,
    now: Temporal.Instant,
    { cursor, limit }: PageQuery,
    view: (dossier: DossierBehind) => Item,
  ): Promise<Page<Item>> {
    const { start: from, end: to } = period;
    const until = Temporal.Instant.compare(now, to) < 0 ? now : to;
    const instants = { from, to, until, lateFrom: lateFrom(period, now) };
    const rows = await this.database.search<DossierBehind>(
      statementFor({ ...behind, ...instants, after: placeOf(cursor), limit: limit + 1 }),
    );
    return pageOf(rows, limit, ({ at, dossierId }) => [at.toString(), dossierId], view);
  }
}
