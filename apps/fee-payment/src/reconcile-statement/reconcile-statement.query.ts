import { Day, OneOf } from '@motcua/platform';
import { STATEMENT_FORMATS, type StatementFormat } from '../statement-files/statement-file.js';

/** Whose statement it can be: cash has none. */
export const STATEMENT_METHODS = ['nationalPlatform', 'transfer', 'nationalPortal'] as const;
export type StatementMethod = (typeof STATEMENT_METHODS)[number];

export class ReconcileStatementQuery {
  @OneOf(STATEMENT_METHODS, { description: 'Payment method of the statement: transfer for that of a bank' })
  readonly method!: StatementMethod;

  @OneOf(STATEMENT_FORMATS) readonly format!: StatementFormat;

  @Day({ optional: true, description: 'First day of the statement; absent: as the file says' })
  readonly from?: string;

  @Day({ optional: true, description: 'Last day of the statement, included; absent: as the file says' })
  readonly to?: string;
}
