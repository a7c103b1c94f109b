import { Flag, PageQuery, Uuid } from '@motcua/platform';

export class FindMessagesQuery extends PageQuery {
  @Flag({ optional: true, fromText: true, description: 'true: only those not read yet' })
  readonly unread?: boolean;

  @Uuid({ optional: true })
  readonly dossierId?: string;
}
