import { ListOf } from '@motcua/platform';
import { MessageView } from './message.view.js';

export class MessagesView {
  @ListOf(() => MessageView) readonly items!: readonly MessageView[];
}
