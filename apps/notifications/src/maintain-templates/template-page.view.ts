import { ListOf, Text } from '@motcua/platform';
import { TemplateView } from './template.view.js';

export class TemplatePageView {
  @ListOf(() => TemplateView)
  readonly items!: readonly TemplateView[];

  @Text({ nullable: true, description: 'Cursor of the next page' })
  readonly next!: string | null;
}
