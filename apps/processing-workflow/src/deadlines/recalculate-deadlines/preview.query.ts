import { Flag, PageQuery, Text } from '@motcua/platform';

export class PreviewQuery extends PageQuery {
  @Text({ max: 60, description: 'Code of the calendar that has changed; its newest revision is tried' })
  readonly calendar!: string;

  @Flag({ optional: true, fromText: true, description: 'true: also cases of which no deadline moves' })
  readonly all: boolean = false;
}
