import { Text } from '@motcua/platform';

/** An office where a result is to be fetched. */
export class CollectAtView {
  @Text() readonly name!: string;
  @Text({ nullable: true }) readonly address!: string | null;
  @Text({ nullable: true }) readonly phone!: string | null;
}
