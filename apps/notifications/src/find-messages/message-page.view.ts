import { ListOf, Text } from '@motcua/platform';
import { MessageView } from './message.view.js';

export class MessagePageView {
  @ListOf(() => MessageView)
  readonly items!: readonly MessageView[];

  @Text({ nullable: true, description: 'Cursor of the next page' })
  readonly next!: string | null;
}
