import type { StatementLine } from '@motcua/fee-domain';

/** A line as the file has it. */
export interface FileLine extends StatementLine {
  /** In the order of the file, from 1. */
  readonly n: number;
  readonly line: number;
  readonly day: string | null;
}
