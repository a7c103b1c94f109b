import { ListOf, Text } from '@motcua/platform';
import { AgencyView } from '../views/agency.view.js';

export class AgencyPageView {
  @ListOf(() => AgencyView)
  readonly items!: readonly AgencyView[];

  @Text({ nullable: true, description: 'Cursor of the next page' })
  readonly next!: string | null;
}
