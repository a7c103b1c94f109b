import type { RowChange } from '@motcua/platform';

/** A row that an officer or an applicant has changed. */
export interface ChangedRow<Row> extends RowChange<Row> {
  readonly at: Temporal.Instant;
  readonly actor: string;
}
