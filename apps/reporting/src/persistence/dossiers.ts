import { Injectable } from '@nestjs/common';
import { NeedsOwnTransaction, NotDone, NotYetKnown, type BatchWork, type Sql, sql, type Tx } from '@motcua/platform';
import { changesByAgency, type Contribution, type Month } from '@motcua/reporting-domain';
import { DOSSIER_COLUMNS, type DossierRow, SAVE_DOSSIERS } from './dossier-row.js';
import { MEASURE_COLUMNS, columnOf } from './measure-columns.js';
import { requiredByVariants } from './required-by-variants.js';

const lockOf = (ids: readonly string[], alone: boolean): Sql => sql`
  SELECT ${sql.raw(DOSSIER_COLUMNS)} FROM dossier WHERE dossier_id = ANY (${ids}) ORDER BY dossier_id
  FOR UPDATE ${alone ? sql.empty : sql.raw('SKIP LOCKED')}`;

const MEASURES_OF_MONTH = MEASURE_COLUMNS.map((column) => `${column} bigint`).join(', ');
const APPEND = `
  INSERT INTO figure_change (agency, procedure_code, channel, month, event_time, ${MEASURE_COLUMNS.join(', ')})
  SELECT agency, procedure_code, channel, month, event_time, ${MEASURE_COLUMNS.map((column) => `coalesce(${column}, 0)`).join(', ')}
  FROM jsonb_to_recordset($1::jsonb) AS c (agency text, procedure_code text, channel text, month text, event_time timestamptz,
    ${MEASURES_OF_MONTH})`;

/** One row a month, one column a measure. */
function byMonth(changes: readonly Contribution[]): Record<string, string | number>[] {
  const rows = new Map<Month, Record<string, string | number>>();
  for (const { month, measure, count } of changes)
    rows.set(month, { ...rows.get(month), month, [columnOf(measure)]: count });
  return [...rows.values()];
}

interface Addition {
  readonly row: DossierRow;
  readonly time: Temporal.Instant;
}

interface Change {
  readonly dossierId: string;
  readonly time: Temporal.Instant;
  readonly changes: (dossier: DossierRow) => Partial<DossierRow>;
  /** What happens only in a case waits for the acceptance that opened it: intake and the case speak in topics of their own. */
  readonly afterAcceptance: boolean;
  /** The variant that it is of from now on. */
  readonly variant?: string;
}

interface Counted {
  readonly before: DossierRow | undefined;
  readonly after: DossierRow;
  readonly time: Temporal.Instant;
}

/** Dossiers as counted: their rows and the figures change together. */
@Injectable()
export class Dossiers {
  async add(tx: Tx, row: DossierRow, time: Temporal.Instant): Promise<void> {
    await tx.batch(addAll, { row, time }, addAll);
  }

  /** @throws NotYetKnown while the submission has not come: another topic was faster */
  async change(tx: Tx, dossierId: string, time: Temporal.Instant, changes: Change['changes']): Promise<void> {
    await tx.batch(changeAll, { dossierId, time, changes, afterAcceptance: false }, changeAll);
  }

  /** @throws NotYetKnown while the submission or the acceptance has not come: another topic was faster */
  async changeAccepted(tx: Tx, dossierId: string, time: Temporal.Instant, changes: Change['changes']): Promise<void> {
    await tx.batch(changeAll, { dossierId, time, changes, afterAcceptance: true }, changeAll);
  }

  /**
   * What came on paper is held to the papers of its variant.
   * @throws NotYetKnown while the submission or the variant has not come
   */
  async changeVariant(
    tx: Tx,
    dossierId: string,
    time: Temporal.Instant,
    variant: string,
    changes: Change['changes'],
  ): Promise<void> {
    await tx.batch(changeAll, { dossierId, time, changes, variant, afterAcceptance: false }, changeAll);
  }
}

const addAll: BatchWork<Addition, undefined> = async (tx, additions) => {
  await save(
    tx,
    additions.map(({ row, time }) => ({ before: undefined, after: row, time })),
  );
  return additions.map(() => undefined);
};

const changeAll: BatchWork<Change, undefined> = async (tx, asked, alone) => {
  const found = await tx.query<DossierRow>(lockOf([...new Set(asked.map(({ dossierId }) => dossierId))], alone));
  const dossiers = new Map(found.map((dossier) => [dossier.dossierId, dossier]));
  const required = await requiredByVariants(tx, asked, dossiers);
  const counted: Counted[] = [];
  const results = asked.map(({ dossierId, time, changes, variant, afterAcceptance }) => {
    const before = dossiers.get(dossierId);
    if (!before || (afterAcceptance && before.acceptedAt === null))
      return new NotDone(alone ? new NotYetKnown(`dossier ${dossierId}`) : new NeedsOwnTransaction());
    const papers =
      variant === undefined || before.channel === 'online' ? before.requiredPapers : required(before, variant);
    if (papers === undefined)
      return new NotDone(alone ? new NotYetKnown(`variant ${variant}`) : new NeedsOwnTransaction());
    const after = { ...before, requiredPapers: papers, ...changes(before) };
    dossiers.set(dossierId, after);
    counted.push({ before, after, time });
    return undefined;
  });
  await save(tx, counted);
  return results;
};

async function save(tx: Tx, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return;
  const rows = [...new Map(counted.map(({ after }) => [after.dossierId, after])).values()];
  const figures = counted.flatMap(({ before, after, time }) =>
    changesByAgency(before, after).flatMap(({ agency, changes }) =>
      byMonth(changes).map((row) => ({
        ...row,
        agency,
        procedure_code: after.procedureCode,
        channel: after.channel,
        event_time: time.toString(),
      })),
    ),
  );
  const saved = tx.query(SAVE_DOSSIERS, [JSON.stringify(rows)]);
  await Promise.all([saved, ...(figures.length > 0 ? [tx.query(APPEND, [JSON.stringify(figures)])] : [])]);
}
