import { Text } from '@motcua/platform';

export class FetchFaultView {
  @Text({
    description:
      'EMPTY_LIST and LIST_SHRANK: nothing was taken for gone; ROWS_UNREADABLE, REFUSED, NOT_ANSWERED, MISSING, REQUEST.TOO_LARGE',
  })
  readonly code!: string;
  @Text({ example: 'LayThuTuc' }) readonly service!: string;
  @Text({ nullable: true, example: '1.001686' }) readonly procedure!: string | null;
  @Text({ min: 0 }) readonly message!: string;
}
