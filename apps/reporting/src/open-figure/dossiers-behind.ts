import { Injectable } from '@nestjs/common';
import { isUuid } from '@motcua/kernel';
import { cursorRefusal, Database, decodeCursor, type Page, pageOf, type PageQuery } from '@motcua/platform';
import { lateFrom, type Period } from '../read-figures/period.js';
import { FIGURE_NAMES, type FigureName, INSTANTS, SHOWN } from './which-figure.js';

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

const COLUMNS = `d.dossier_id AS "dossierId", d.code, d.procedure_code AS "procedureCode", d.channel,
  d.receiving_agency AS "receivingAgency", d.competent_agency AS "competentAgency", d.submitted_at AS "submittedAt",
  d.accepted_at AS "acceptedAt", d.slip_due_at AS "slipDueAt", d.due_at AS "dueAt",
  coalesce(d.processed_at, d.returned_at, d.stopped_at, d.withdrawn_at) AS "endedAt"`;

// Not each figure asks for each of the instants: here they have a type.
const NAMED = Object.values(INSTANTS)
  .map((instant) => `${instant}::timestamptz IS NOT NULL`)
  .join(' AND ');

// A look for each agency along its index, merged: a page reads a page of each at most.
const statementFor = (figure: FigureName): string => {
  const { along, where } = SHOWN[figure];
  return `
    SELECT x.* FROM unnest($5::text[]) AS a (agency) CROSS JOIN LATERAL (
      SELECT ${COLUMNS}, d.${along} AS at FROM dossier d
      WHERE d.competent_agency = a.agency AND ${where} AND ${NAMED}
        AND ($6::text IS NULL OR d.procedure_code = $6)
        AND ($7::text IS NULL OR d.procedure_code IN (SELECT p.code FROM procedure_copy p WHERE p.field_code = $7))
        AND ($8::text IS NULL OR d.channel = $8)
        AND ($9::timestamptz IS NULL OR (d.${along}, d.dossier_id) < ($9, $10::uuid))
      ORDER BY d.${along} DESC, d.dossier_id DESC LIMIT $11
    ) AS x ORDER BY x.at DESC, x."dossierId" DESC LIMIT $11`;
};

const STATEMENTS = Object.fromEntries(FIGURE_NAMES.map((figure) => [figure, statementFor(figure)])) as Record<
  FigureName,
  string
>;

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
    { figure, period, agencies, procedure, field, channel }: Behind,
    now: Temporal.Instant,
    { cursor, limit }: PageQuery,
    view: (dossier: DossierBehind) => Item,
  ): Promise<Page<Item>> {
    const { start, end } = period;
    const until = Temporal.Instant.compare(now, end) < 0 ? now : end;
    const rows = await this.database.search<DossierBehind>(STATEMENTS[figure], [
      ...[start, end, until, lateFrom(period, now), agencies],
      ...[procedure ?? null, field ?? null, channel ?? null],
      ...placeOf(cursor),
      limit + 1,
    ]);
    return pageOf(rows, limit, ({ at, dossierId }) => [at.toString(), dossierId], view);
  }
}
