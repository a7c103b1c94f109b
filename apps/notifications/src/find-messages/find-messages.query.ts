import { Flag, PageQuery, Uuid } from '@motcua/platform';

export class FindMessagesQuery extends PageQuery {
  @Flag({ optional: true, fromText: true, description: 'true: unread messages only' })
  readonly unread?: boolean;

  @Uuid({ optional: true })
  readonly dossierId?: string;
}
