import { Injectable } from '@nestjs/common';
import { NotYetKnown, type Tx } from '@motcua/platform';
import { changeOf, type Contribution, type Month } from '@motcua/reporting-domain';
import { DOSSIER_COLUMNS, type DossierRow, SAVE_DOSSIER } from './dossier-row.js';
import { MEASURE_COLUMNS, columnOf } from './measure-columns.js';

const LOCK = `SELECT ${DOSSIER_COLUMNS} FROM dossier WHERE dossier_id = $1 FOR UPDATE`;

const APPEND = `
  INSERT INTO figure_change (agency, procedure_code, channel, month, event_time, ${MEASURE_COLUMNS.join(', ')})
  SELECT $1, $2, $3, c.month, $4, ${MEASURE_COLUMNS.map((column) => `coalesce(c.${column}, 0)`).join(', ')}
  FROM jsonb_to_recordset($5::jsonb) AS c (month text, ${MEASURE_COLUMNS.map((column) => `${column} bigint`).join(', ')})`;

/** One row a month, one column a measure. */
const byMonth = (changes: readonly Contribution[]): Record<string, string | number>[] => {
  const rows = new Map<Month, Record<string, string | number>>();
  for (const { month, measure, count } of changes)
    rows.set(month, { ...rows.get(month), month, [columnOf(measure)]: count });
  return [...rows.values()];
};

/** Dossiers as counted: their rows and the figures change together. */
@Injectable()
export class Dossiers {
  async add(tx: Tx, row: DossierRow, time: Temporal.Instant): Promise<void> {
    await this.save(tx, undefined, row, time);
  }

  /** @throws NotYetKnown while the submission has not come: another topic was faster */
  async change(
    tx: Tx,
    dossierId: string,
    time: Temporal.Instant,
    changes: (dossier: DossierRow) => Partial<DossierRow>,
  ): Promise<void> {
    const [before] = await tx.query<DossierRow>(LOCK, [dossierId]);
    if (!before) throw new NotYetKnown(`dossier ${dossierId}`);
    await this.save(tx, before, { ...before, ...changes(before) }, time);
  }

  private async save(tx: Tx, before: DossierRow | undefined, after: DossierRow, time: Temporal.Instant): Promise<void> {
    await tx.query(SAVE_DOSSIER, [JSON.stringify(after)]);
    const rows = byMonth(changeOf(before, after));
    if (rows.length === 0) return;
    const { competentAgency, procedureCode, channel } = after;
    await tx.query(APPEND, [competentAgency, procedureCode, channel, time, JSON.stringify(rows)]);
  }
}
