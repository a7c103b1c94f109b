import { ListOf, Text } from '@motcua/platform';
import { ProcedureLine } from './procedure-line.js';

export class ProcedurePageView {
  @ListOf(() => ProcedureLine)
  readonly items!: readonly ProcedureLine[];

  @Text({ nullable: true, description: 'Cursor of the next page' })
  readonly next!: string | null;
}
