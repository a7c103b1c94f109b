import { ListOf, Text } from '@motcua/platform';
import { RecalculatedCaseView } from './recalculated-case.view.js';

export class RecalculatedCasesPage {
  @ListOf(() => RecalculatedCaseView) readonly items!: readonly RecalculatedCaseView[];
  @Text({ nullable: true, description: 'Cursor of the next page; a page may be empty and yet not the last' })
  readonly next!: string | null;
}
