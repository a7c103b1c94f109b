import { Text } from '@motcua/platform';

/** One thing to bring or to correct. */
export class AskedItemView {
  @Text({ description: 'The paper by its name, or the field' }) readonly what!: string;
  @Text() readonly reason!: string;
}
